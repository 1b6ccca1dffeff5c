// Writers of analysed documents.
//
//   std::unique_ptr<DocumentWriter> writer = NewJsonlWriter(OffsetUnit::kByte);
//   std::string out;
//   writer->AppendHeader(&out);
//   writer->AppendDocument({"a.txt", text, document}, &out);
//   writer->AppendFooter(&out);

#ifndef ONYM_LIB_IO_WRITER_H_
#define ONYM_LIB_IO_WRITER_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "onym/document.h"
#include "onym/offsets.h"

namespace onym {

// A document to be written; everything is borrowed.
struct WriterInput {
  std::string_view id;
  std::string_view text;     // the bytes that were analysed
  const Document& document;  // what was found in them
};

// Writes documents in one format. Immutable: threads may share a writer, each
// with a string of its own, and join what they wrote in any order between one
// header and one footer. Output is well-formed UTF-8 whatever the text. Linear
// in the length of the text and the number of tokens.
class DocumentWriter {
 public:
  virtual ~DocumentWriter() = default;
  virtual void AppendHeader(std::string*) const {}
  virtual void AppendDocument(const WriterInput& input,
                              std::string* out) const = 0;
  virtual void AppendFooter(std::string*) const {}
};

// What a format for people shows of a document.
enum class Show { kEntities, kTokens };

// One line a document: {"id", "tokens": [{"begin", "end"}], "sentences":
// [{"begin", "end"}], "entities": [{"begin", "end", "type", "text",
// "confidence"}]}, keys in this order, no space between them. Offsets are in
// `unit`; confidences are rounded to four digits.
std::unique_ptr<DocumentWriter> NewJsonlWriter(OffsetUnit unit);

// A comment `# id = ...` for each document, then a line `token<TAB>tag` for
// each token and a blank line after each sentence. Tags are BIO2: B-TYPE and
// I-TYPE for the first and the further tokens of an entity, O for the rest.
// With Show::kTokens, lines hold the token alone.
std::unique_ptr<DocumentWriter> NewConllWriter(Show show);

// One page of HTML that needs no other file. Each document is an article with
// its text as it is, each entity in a <mark class=TYPE>, and a legend of its
// types. Types that are not in `types` share one colour. With Show::kTokens,
// sentences and tokens are outlined instead.
std::unique_ptr<DocumentWriter> NewHtmlWriter(
    Show show, const std::vector<std::string>& types);

struct AnsiOptions {
  Show show = Show::kEntities;
  // Without colours, an entity is shown as [text TYPE].
  bool colors = true;
  // Writes a line with the id before each document.
  bool ids = false;
};

// Text for a terminal of 256 colours: each entity on the colour of its type and
// followed by its type's name. With Show::kTokens, one sentence a line, and a
// middle dot between tokens that no space separates.
std::unique_ptr<DocumentWriter> NewAnsiWriter(const AnsiOptions& options);

}  // namespace onym

#endif  // ONYM_LIB_IO_WRITER_H_
