// Reader of the JSON lines that are to be analysed.

#ifndef ONYM_LIB_IO_INPUT_DOCUMENT_H_
#define ONYM_LIB_IO_INPUT_DOCUMENT_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace onym {

// A text to analyse and what its sender said of it.
struct InputDocument {
  std::string id;    // empty if none was given
  std::string date;  // of publication, YYYY-MM-DD; empty if none was given
  std::string text;
};

// Reads one JSON object {"text", "id"?, "date"?}. The id may be a string or an
// integer; an id or date of null counts as none; other keys are ignored, and of
// keys that occur twice the last one counts. Fails with kInvalidArgument on
// anything else, with a reason on one line that quotes nothing of the input.
// Builds no tree of the values it ignores.
absl::StatusOr<InputDocument> ParseInputJson(std::string_view line);

}  // namespace onym

#endif  // ONYM_LIB_IO_INPUT_DOCUMENT_H_
