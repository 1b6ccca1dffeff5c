// Recognition of URLs, e-mail addresses, host names and file names.

#ifndef ONYM_LIB_SEGMENT_LINKS_H_
#define ONYM_LIB_SEGMENT_LINKS_H_

#include <cstddef>
#include <string_view>

#include "onym/document.h"
#include "segment/ascii.h"

namespace onym::internal {

struct Link {
  size_t end = 0;  // 0 if there is none
  TokenKind kind = TokenKind::kUrl;
};

// Finds links at ascending places of one text. It remembers how far a vain
// search has looked, so that all searches together are linear.
class LinkFinder final {
 public:
  explicit LinkFinder(std::string_view text) : text_(text) {}

  // The link that begins at `begin`, where the letters or digits up to `end`
  // begin a word.
  Link Find(size_t begin, size_t end) {
    if (end >= text_.size()) return {};
    const char next = text_[end];
    const bool may_be_www = next == '.' && ToLowerByte(text_[begin]) == 'w';
    if (next == ':' || may_be_www) {
      const Link url = FindScheme(begin);
      if (url.end != 0) return url;
    }
    const bool goes_on = IsByte(next, kAtomByte) || next == '@';
    if (!goes_on || !IsByte(ByteAt(text_, end + 1), kAtomByte)) return {};
    return begin < searched_ ? Link{} : FindAddress(begin);
  }

 private:
  size_t UrlEnd(size_t begin, size_t at) const;
  Link FindScheme(size_t begin) const;
  Link FindAddress(size_t begin);
  Link FindName(size_t begin, size_t end) const;

  std::string_view text_;
  size_t searched_ = 0;  // no address or name begins before this
};

}  // namespace onym::internal

#endif  // ONYM_LIB_SEGMENT_LINKS_H_
