// Picks three strings out of the events of a JSON parse.

#include "io/input_document.h"

#include <cstdint>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "io/json_parse.h"

namespace onym {
namespace {

class Events final : public internal::JsonEvents {
 public:
  bool null() override {
    if (field_ == Field::kText) return Fail("\"text\" is not a string");
    return Value();
  }
  bool boolean(bool) override { return Other(); }
  bool number_integer(int64_t value) override { return Integer(value); }
  bool number_unsigned(uint64_t value) override { return Integer(value); }
  bool number_float(double, const std::string&) override { return Other(); }
  bool string(std::string& value) override {
    if (field_ == Field::kText) {
      document_.text = std::move(value);
      has_text_ = true;
    } else if (field_ == Field::kId) {
      document_.id = std::move(value);
    } else if (field_ == Field::kDate) {
      document_.date = std::move(value);
    }
    return Value();
  }
  bool start_object(size_t) override { return Open(); }
  bool start_array(size_t) override {
    if (depth_ == 0) return NotAnObject();
    return Open();
  }
  bool end_object() override { return Close(); }
  bool end_array() override { return Close(); }
  bool key(std::string& name) override {
    if (depth_ > 1) return true;
    field_ = name == "text"   ? Field::kText
             : name == "id"   ? Field::kId
             : name == "date" ? Field::kDate
                              : Field::kOther;
    return true;
  }

  absl::StatusOr<InputDocument> Take() {
    if (!has_text_) return absl::InvalidArgumentError("no \"text\"");
    return std::move(document_);
  }

 private:
  enum class Field { kOther, kText, kId, kDate };

  bool NotAnObject() { return Fail("not a JSON object"); }

  // After a value that is taken or may be ignored.
  bool Value() {
    if (depth_ == 0) return NotAnObject();
    field_ = Field::kOther;
    return true;
  }

  // At a value that none of our fields may have.
  bool Other() {
    if (field_ == Field::kText) return Fail("\"text\" is not a string");
    if (field_ == Field::kDate) return Fail("\"date\" is not a string");
    if (field_ == Field::kId) {
      return Fail("\"id\" is neither a string nor an integer");
    }
    return Value();
  }

  template <typename T>
  bool Integer(T value) {
    if (field_ != Field::kId) return Other();
    document_.id = absl::StrCat(value);
    return Value();
  }

  bool Open() {
    if (field_ != Field::kOther) return Other();
    ++depth_;
    return true;
  }

  bool Close() {
    --depth_;
    return true;
  }

  size_t depth_ = 0;
  Field field_ = Field::kOther;  // whose value comes next
  bool has_text_ = false;
  InputDocument document_;
};

}  // namespace

absl::StatusOr<InputDocument> ParseInputJson(std::string_view line) {
  Events events;
  if (!nlohmann::json::sax_parse(line.begin(), line.end(), &events)) {
    return absl::InvalidArgumentError(events.error());
  }
  return events.Take();
}

}  // namespace onym
