// HTML character references: &rdquo; &#8217; &#x2019; and so on.

#ifndef ONYM_LIB_TEXT_REFERENCES_H_
#define ONYM_LIB_TEXT_REFERENCES_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace onym {

// A reference found in a text and the one or two code points it stands for;
// `second` is 0 if there is one.
struct CharacterReference {
  size_t length = 0;  // bytes, semicolon included; 0 if there is no reference
  char32_t first = 0;
  char32_t second = 0;
};

// Reads the reference that begins with the '&' at text[offset], if one does;
// looks at no more than some 35 bytes. The semicolon may be missing after names
// of letters and of common punctuation when neither letter nor digit follows.
CharacterReference ReadCharacterReference(std::string_view text, size_t offset);

// Appends `text` to *out with each reference replaced by what it stands for.
void AppendDecodedReferences(std::string_view text, std::string* out);

}  // namespace onym

#endif  // ONYM_LIB_TEXT_REFERENCES_H_
