// Readers of annotated corpora: JSON lines with entity offsets, and BIO
// columns.

#ifndef ONYM_LIB_IO_ANNOTATED_H_
#define ONYM_LIB_IO_ANNOTATED_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace onym {

// An entity of a gold annotation; bytes of the document's text, end exclusive.
struct AnnotatedEntity {
  uint32_t begin;
  uint32_t end;
  std::string type;
};

// A raw text with its gold entities, in ascending order, not overlapping.
struct AnnotatedDocument {
  std::string id;
  std::string date;  // YYYY-MM-DD, or empty
  std::string text;
  std::vector<AnnotatedEntity> entities;
};

// Reads one JSON object {"id"?, "date"?, "text", "entities": [{"begin", "end",
// "type"}]}, or {"id"?, "date"?, "paragraphs": [{"text", "entities"}]} whose
// paragraphs are joined by a blank line ("\n\n"). Offsets count code points
// within their own text; if an entity repeats its "text", that must be what
// stands there. Other keys are ignored. Fails with kInvalidArgument on anything
// else, with a reason on one line that quotes nothing of the input.
absl::StatusOr<AnnotatedDocument> ParseAnnotatedJson(std::string_view line);

// One sentence of a token-per-line corpus.
struct BioSentence {
  std::vector<std::string> tokens;
  std::vector<std::string> tags;  // "O", "B-TYPE", "I-TYPE"
  // Whether the file says that a document begins here.
  bool begins_document = false;
};

// Reads lines of columns, the first the token and the last its tag, parted by
// tab characters or, in lines that have none, by spaces. Blank lines end
// sentences, and a line whose token is -DOCSTART- begins a document, as in the
// files of CoNLL-2003. S-TYPE and E-TYPE of BIOES count as B-TYPE and I-TYPE. A
// line with a tag but no token is skipped: published corpora have some, left of
// characters that were lost. Fails with kInvalidArgument, naming the line, on a
// line without a tag or with another one.
absl::StatusOr<std::vector<BioSentence>> ParseBio(std::string_view content);

}  // namespace onym

#endif  // ONYM_LIB_IO_ANNOTATED_H_
