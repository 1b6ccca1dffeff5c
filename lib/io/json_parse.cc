// Parses with nlohmann::json; a second, event-driven pass finds the reason of a
// failure, because the non-throwing parse of a tree only says that it failed.

#include "io/json_parse.h"

#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace onym::internal {
namespace {

using nlohmann::json;

// "[json.exception.parse_error.101] parse error at line 1, column 2: syntax
// error while parsing value - invalid literal; last read: '<x'; expected .."
// becomes "syntax error while parsing value - invalid literal".
std::string Reason(const std::string& what) {
  size_t begin = what.find("] ");
  begin = begin == std::string::npos ? 0 : begin + 2;
  const size_t column = what.find("column ", begin);
  if (column != std::string::npos) {
    const size_t colon = what.find(": ", column);
    if (colon != std::string::npos) begin = colon + 2;
  }
  size_t end = what.find("; ", begin);
  if (end == std::string::npos) end = what.find(" parsing '", begin);
  return what.substr(begin, end == std::string::npos ? end : end - begin);
}

}  // namespace

bool JsonEvents::parse_error(size_t position, const std::string&,
                             const nlohmann::detail::exception& error) {
  return Fail(absl::StrCat("invalid JSON at byte ", position, ": ",
                           Reason(error.what())));
}

bool JsonEvents::Fail(std::string reason) {
  error_ = std::move(reason);
  return false;
}

absl::StatusOr<json> ParseJson(std::string_view text) {
  json value = json::parse(text.begin(), text.end(), /*cb=*/nullptr,
                           /*allow_exceptions=*/false);
  if (!value.is_discarded()) return value;
  JsonEvents events;
  json::sax_parse(text.begin(), text.end(), &events);
  return absl::InvalidArgumentError(events.error());
}

}  // namespace onym::internal
