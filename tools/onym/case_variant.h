// Texts in another case, to measure how much an analysis depends on it.

#ifndef ONYM_TOOLS_ONYM_CASE_VARIANT_H_
#define ONYM_TOOLS_ONYM_CASE_VARIANT_H_

#include <string>
#include <string_view>

namespace onym::tool {

enum class TextCase {
  kKeep,
  kLower,
  kUpper,
  kTitle,  // the first letter of each word upper, all others as they are
};

// Returns `text` in another case. A letter whose counterpart takes another
// number of bytes stays as it is, and so do ill-formed bytes: offsets into
// `text` are offsets into the result.
std::string InCase(std::string_view text, TextCase text_case);

}  // namespace onym::tool

#endif  // ONYM_TOOLS_ONYM_CASE_VARIANT_H_
