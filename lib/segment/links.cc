// URLs end where browsers' address detection ends them: before white space, an
// angle bracket or quote, an unmatched bracket, or closing punctuation.

#include "segment/links.h"

#include <algorithm>

#include "segment/ascii.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace onym::internal {
namespace {

constexpr std::string_view kSchemes[] = {
    "file://",  "ftp://",   "ftps://", "git://",  "http://",
    "https://", "magnet:?", "mailto:", "sftp://", "ssh://",
    "tel:+",    "ws://",    "wss://",  "www."};

// Top-level domains that are no English words, so that a full stop without a
// space after it does not make a host name.
constexpr std::string_view kDomains[] = {
    "ac",  "ae",  "ai",  "app",  "ar",   "arpa", "asia", "au",   "az",   "ba",
    "bd",  "bg",  "biz", "blog", "br",   "by",   "ca",   "cat",  "cc",   "ch",
    "cl",  "cn",  "co",  "com",  "coop", "cu",   "cz",   "de",   "dev",  "dk",
    "dz",  "ec",  "edu", "ee",   "eg",   "es",   "eu",   "fi",   "fm",   "fr",
    "gl",  "gov", "gr",  "hk",   "hr",   "hu",   "ie",   "il",   "info", "int",
    "io",  "iq",  "ir",  "jo",   "jobs", "jp",   "ke",   "kr",   "kz",   "lk",
    "lt",  "lu",  "lv",  "ly",   "ma",   "md",   "mil",  "mobi", "mx",   "name",
    "net", "ng",  "nl",  "nz",   "org",  "pe",   "ph",   "pk",   "pl",   "pt",
    "qa",  "ro",  "rs",  "ru",   "sa",   "se",   "sg",   "si",   "sk",   "su",
    "th",  "tk",  "tn",  "tr",   "tv",   "tw",   "ua",   "uk",   "uy",   "uz",
    "ve",  "vn",  "ws",  "xyz",  "za",   "zw"};
static_assert(IsSorted(kDomains), "binary search");

constexpr std::string_view kExtensions[] = {
    "asp", "aspx", "avi",  "bat", "bmp",  "cfm", "cpp", "css",  "csv", "dll",
    "doc", "docx", "eps",  "exe", "flv",  "gif", "htm", "html", "ini", "iso",
    "jar", "jpeg", "jpg",  "js",  "json", "jsp", "log", "mdb",  "mov", "mp3",
    "mp4", "mpeg", "mpg",  "net", "nsf",  "odt", "ogg", "pdf",  "php", "pl",
    "png", "ppt",  "pptx", "ps",  "psd",  "pst", "py",  "rar",  "rss", "rtf",
    "sh",  "sql",  "svg",  "swf", "tar",  "tgz", "tif", "tiff", "txt", "url",
    "wav", "wma",  "wmv",  "xls", "xlsx", "xml", "xsl", "yaml", "zip"};
static_assert(IsSorted(kExtensions), "binary search");

bool StartsWithLower(std::string_view text, size_t at,
                     std::string_view prefix) {
  if (text.size() - at < prefix.size()) return false;
  for (size_t i = 0; i < prefix.size(); ++i) {
    if (ToLowerByte(text[at + i]) != prefix[i]) return false;
  }
  return true;
}

bool ClosesUrl(char c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
         c == '\'' || c == '*' || c == '(' || c == '[' || c == '_' || c == '~';
}

// Quotes, brackets and unspaced scripts end a URL; letters, marks and symbols
// of other kinds do not.
bool MayStandInUrl(char32_t c) {
  const CharacterProperties properties = PropertiesOf(c);
  return (IsLetter(c) || IsDigit(c) || IsMark(c)) &&
         (properties.flags & kCharUnspaced) == 0;
}

// All upper or all lower case, as extensions and domains are written; "end.Com"
// is two sentences that lack a space.
bool IsOneCase(std::string_view word) {
  const auto is_upper = [](char c) { return IsByte(c, kUpperByte); };
  const auto is_lower = [](char c) { return IsByte(c, kLowerByte); };
  return std::none_of(word.begin(), word.end(), is_upper) ||
         std::none_of(word.begin(), word.end(), is_lower);
}

}  // namespace

// `at` is where the scan starts, after the scheme or host. Returns `at` or
// more.
size_t LinkFinder::UrlEnd(size_t begin, size_t at) const {
  int round = 0;
  int square = 0;
  const size_t start = at;
  while (at < text_.size()) {
    const char c = text_[at];
    if (IsByte(c, kEndByte)) break;
    if (IsByte(c, kHighByte)) {
      const DecodedCodePoint decoded = DecodeUtf8(text_, at);
      if (!decoded.well_formed || !MayStandInUrl(decoded.value)) break;
      at += decoded.length;
      continue;
    }
    if (c == ')' && --round < 0) break;
    if (c == ']' && --square < 0) break;
    if (c == '(') ++round;
    if (c == '[') ++square;
    ++at;
  }
  while (at > start && ClosesUrl(text_[at - 1])) --at;
  // A possessive after the address is a word of its own.
  if (at - begin > 2 && text_[at - 2] == '\'' &&
      ToLowerByte(text_[at - 1]) == 's' && at - 2 > start) {
    at -= 2;
  }
  return at;
}

Link LinkFinder::FindScheme(size_t begin) const {
  const char first = ToLowerByte(text_[begin]);
  for (std::string_view scheme : kSchemes) {
    if (scheme[0] != first || !StartsWithLower(text_, begin, scheme)) continue;
    const size_t at = begin + scheme.size();
    if (at >= text_.size() || !IsByte(text_[at], kAlnumByte | kHighByte)) {
      if (scheme != "file://" || ByteAt(text_, at) != '/') break;
    }
    const size_t end = UrlEnd(begin, at);
    if (end > at) return {end, TokenKind::kUrl};
    break;
  }
  return {};
}

Link LinkFinder::FindAddress(size_t begin) {
  size_t end = begin;
  size_t restart = begin;  // a name may begin again after two dots
  while (end < text_.size() && IsByte(text_[end], kAtomByte)) {
    ++end;
    if (end - begin >= 2 && text_[end - 1] == '.' && text_[end - 2] == '.') {
      restart = end;
    }
  }
  if (ByteAt(text_, end) == '@' && IsByte(ByteAt(text_, end + 1), kAlnumByte)) {
    size_t host_end = end + 1;
    while (host_end < text_.size() &&
           (IsByte(text_[host_end], kLabelByte) || text_[host_end] == '.' ||
            text_[host_end] == '_')) {
      ++host_end;
    }
    while (!IsByte(text_[host_end - 1], kAlnumByte)) --host_end;
    return {host_end, TokenKind::kEmail};
  }
  if (restart == begin) {
    const Link name = FindName(begin, end);
    if (name.end != 0) return name;
    searched_ = end;
  } else {
    searched_ = restart;
  }
  return {};
}

Link LinkFinder::FindName(size_t begin, size_t end) const {
  while (end > begin && !IsByte(text_[end - 1], kAlnumByte)) --end;
  size_t dot = end;
  while (dot > begin && IsByte(text_[dot - 1], kAlnumByte)) --dot;
  if (dot <= begin + 1 || text_[dot - 1] != '.') return {};
  if (IsByte(ByteAt(text_, end), kHighByte)) return {};
  const std::string_view last = text_.substr(dot, end - dot);
  if (!IsByte(text_[dot - 2], kAlnumByte) || !IsOneCase(last)) return {};
  const LowerWord lower(last);
  const std::string_view stem = text_.substr(begin, dot - 1 - begin);
  const bool is_host = std::all_of(stem.begin(), stem.end(), [](char c) {
    return c == '.' || IsByte(c, kLabelByte);
  });
  const bool has_letter = std::any_of(
      stem.begin(), stem.end(), [](char c) { return IsByte(c, kAlphaByte); });
  const bool is_short = last.size() == 2 && IsByte(last[0], kUpperByte);
  if (is_host && has_letter && !is_short && ListHolds(kDomains, lower.view())) {
    const char next = ByteAt(text_, end);
    const bool goes_on =
        next == '/' || next == '?' ||
        (next == ':' && IsByte(ByteAt(text_, end + 1), kDigitByte));
    return {goes_on ? UrlEnd(begin, end) : end, TokenKind::kUrl};
  }
  if (ListHolds(kExtensions, lower.view())) return {end, TokenKind::kWord};
  return {};
}

}  // namespace onym::internal
