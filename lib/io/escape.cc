// One scan for all formats: runs of harmless bytes are copied as they are, and
// each format says which characters are not and what stands for them.

#include "io/escape.h"

#include <cstddef>
#include <cstdint>

#include "text/utf8.h"

namespace onym::internal {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool IsC0(char32_t c) { return c < 0x20 || c == 0x7F; }
bool IsC1(char32_t c) { return c >= 0x80 && c < 0xA0; }

// Appends `text` to *out. `is_special(c)` tells which well-formed characters
// are not copied; `append_special(c, next, out)` writes what stands for them,
// where `next` is the byte behind, 0 at the end.
template <typename IsSpecial, typename AppendSpecial>
void AppendEscaped(std::string_view text, IsSpecial is_special,
                   AppendSpecial append_special, std::string* out) {
  size_t run = 0;  // where the bytes that are not yet copied begin
  size_t at = 0;
  while (at < text.size()) {
    const uint8_t byte = static_cast<uint8_t>(text[at]);
    DecodedCodePoint c = {byte, 1, true};
    if (byte >= 0x80) c = DecodeUtf8(text, at);
    if (c.well_formed && !is_special(c.value)) {
      at += c.length;
      continue;
    }
    out->append(text, run, at - run);
    at += c.length;
    run = at;
    if (c.well_formed) {
      append_special(c.value, at < text.size() ? text[at] : '\0', out);
    } else {
      out->append(kReplacement);
    }
  }
  out->append(text, run, text.size() - run);
}

void AppendJsonEscape(char32_t c, char, std::string* out) {
  static constexpr char kHex[] = "0123456789abcdef";
  switch (c) {
    case '"':
      out->append("\\\"");
      break;
    case '\\':
      out->append("\\\\");
      break;
    case '\n':
      out->append("\\n");
      break;
    case '\r':
      out->append("\\r");
      break;
    case '\t':
      out->append("\\t");
      break;
    default:
      out->append("\\u00");
      out->push_back(kHex[c >> 4]);
      out->push_back(kHex[c & 15]);
  }
}

void AppendHtmlEscape(char32_t c, char, std::string* out) {
  switch (c) {
    case '&':
      out->append("&amp;");
      break;
    case '<':
      out->append("&lt;");
      break;
    case '>':
      out->append("&gt;");
      break;
    case '"':
      out->append("&quot;");
      break;
    case '\'':
      out->append("&#39;");
      break;
    default:
      out->append(kReplacement);
  }
}

void AppendTerminalEscape(char32_t c, char next, std::string* out) {
  if (c == '\r' && next == '\n') return;
  if (IsC1(c)) {
    out->append(kReplacement);
  } else {
    AppendUtf8(c == 0x7F ? 0x2421 : 0x2400 + c, out);
  }
}

}  // namespace

void AppendJsonString(std::string_view text, std::string* out) {
  out->push_back('"');
  AppendEscaped(
      text,
      [](char32_t c) { return c < 0x20 || c == '"' || c == '\\' || c == 0x7F; },
      AppendJsonEscape, out);
  out->push_back('"');
}

void AppendHtml(std::string_view text, std::string* out) {
  AppendEscaped(
      text,
      [](char32_t c) {
        if (c == '\n' || c == '\r' || c == '\t') return false;
        return IsC0(c) || IsC1(c) || c == '&' || c == '<' || c == '>' ||
               c == '"' || c == '\'';
      },
      AppendHtmlEscape, out);
}

void AppendTerminal(std::string_view text, std::string* out) {
  AppendEscaped(
      text,
      [](char32_t c) {
        if (c == '\n' || c == '\t') return false;
        return IsC0(c) || IsC1(c);
      },
      AppendTerminalEscape, out);
}

void AppendField(std::string_view text, std::string* out) {
  AppendEscaped(
      text,
      [](char32_t c) {
        return IsC0(c) || IsC1(c) || c == 0x2028 || c == 0x2029;
      },
      [](char32_t c, char, std::string* to) {
        const bool space = (c >= '\t' && c <= '\r') || c == 0x85 || c > 0xFF;
        to->append(space ? " " : kReplacement);
      },
      out);
}

}  // namespace onym::internal
