// The colour that marks an entity type, on a page and on a terminal.

#ifndef ONYM_LIB_IO_TYPE_COLOR_H_
#define ONYM_LIB_IO_TYPE_COLOR_H_

#include <cstdint>
#include <string_view>

namespace onym::internal {

// A light background: black text on it has a contrast of at least 7 : 1, the
// enhanced level of the Web Content Accessibility Guidelines.
struct TypeColor {
  uint8_t terminal;  // index into the 256 colours of xterm
  uint8_t red;       // what that index shows
  uint8_t green;
  uint8_t blue;
};

// The colour of the type called `type`. It depends on the name alone. The types
// of OntoNotes 5 and DISEASE all differ; of other types two may share a colour.
TypeColor ColorOfType(std::string_view type);

}  // namespace onym::internal

#endif  // ONYM_LIB_IO_TYPE_COLOR_H_
