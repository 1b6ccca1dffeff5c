// JSON parsing without exceptions, with errors that fit on one line.

#ifndef ONYM_LIB_IO_JSON_PARSE_H_
#define ONYM_LIB_IO_JSON_PARSE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "nlohmann/json.hpp"

namespace onym::internal {

// Parses one JSON value that takes up all of `text`, white space aside. Fails
// with kInvalidArgument, saying what is wrong and at which byte (the first byte
// is byte 1), without quoting the input. JSON must be well-formed UTF-8.
absl::StatusOr<nlohmann::json> ParseJson(std::string_view text);

// Receives the events of nlohmann::json::sax_parse, ignores all values and
// keeps the reason of a failure. To be derived from by readers that pick some
// values and need no tree.
class JsonEvents : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(size_t position, const std::string& last_token,
                   const nlohmann::detail::exception& error) override;

  // Why the parse failed, as ParseJson says it; empty if it did not.
  const std::string& error() const { return error_; }

 protected:
  // Ends the parse with a reason of the reader's own. Returns false.
  bool Fail(std::string reason);

 private:
  std::string error_;
};

}  // namespace onym::internal

#endif  // ONYM_LIB_IO_JSON_PARSE_H_
