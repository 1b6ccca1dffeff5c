// Text made safe for the format that it is written to. All of these accept any
// bytes: the maximal subparts of ill-formed UTF-8 come out as U+FFFD.

#ifndef ONYM_LIB_IO_ESCAPE_H_
#define ONYM_LIB_IO_ESCAPE_H_

#include <string>
#include <string_view>

namespace onym::internal {

// Appends `text` as a JSON string, with its quotes.
void AppendJsonString(std::string_view text, std::string* out);

// Appends `text` for the content or a quoted attribute of an HTML element.
// Control characters that HTML does not allow come out as U+FFFD.
void AppendHtml(std::string_view text, std::string* out);

// Appends `text` for a terminal: no byte of it can move the cursor, change a
// colour or start any other control sequence. Line feeds and tabs remain, a
// carriage return before a line feed goes, other control characters come out
// as their pictures (U+2400 and following) or as U+FFFD.
void AppendTerminal(std::string_view text, std::string* out);

// Appends `text` as one field of a line: line breaks and tabs come out as
// spaces, other control characters as U+FFFD.
void AppendField(std::string_view text, std::string* out);

}  // namespace onym::internal

#endif  // ONYM_LIB_IO_ESCAPE_H_
