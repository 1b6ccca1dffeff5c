// Text with colours for a terminal. Black on a light background is set in full,
// so that the text can be read whatever the colours of the terminal are.

#include <cstddef>
#include <memory>

#include "absl/strings/str_cat.h"
#include "io/escape.h"
#include "io/type_color.h"
#include "io/writer.h"

namespace onym {
namespace {

constexpr char kReset[] = "\x1b[0m";
constexpr char kBold[] = "\x1b[1m";
constexpr char kDim[] = "\x1b[2m";

class AnsiWriter final : public DocumentWriter {
 public:
  explicit AnsiWriter(const AnsiOptions& options) : options_(options) {}

  void AppendDocument(const WriterInput& input,
                      std::string* out) const override {
    if (options_.ids) {
      AppendStyle(kBold, out);
      out->append("==> ");
      internal::AppendField(input.id, out);
      out->append(" <==");
      AppendStyle(kReset, out);
      out->push_back('\n');
    }
    if (options_.show == Show::kEntities) {
      AppendEntities(input, out);
    } else {
      AppendTokens(input, out);
    }
  }

 private:
  void AppendStyle(const char* style, std::string* out) const {
    if (options_.colors) out->append(style);
  }

  void AppendEntities(const WriterInput& input, std::string* out) const {
    size_t done = 0;
    for (const Entity& entity : input.document.entities()) {
      internal::AppendTerminal(input.text.substr(done, entity.begin - done),
                               out);
      AppendEntity(input.text.substr(entity.begin, entity.end - entity.begin),
                   input.document.type_name(entity.type), out);
      done = entity.end;
    }
    internal::AppendTerminal(input.text.substr(done), out);
    if (input.text.empty() || input.text.back() != '\n') out->push_back('\n');
  }

  void AppendEntity(std::string_view text, std::string_view type,
                    std::string* out) const {
    if (!options_.colors) {
      out->push_back('[');
      internal::AppendTerminal(text, out);
      out->push_back(' ');
      internal::AppendTerminal(type, out);
      out->push_back(']');
      return;
    }
    const std::string color = absl::StrCat(
        "\x1b[38;5;16;48;5;",
        static_cast<int>(internal::ColorOfType(type).terminal), "m");
    out->append(color);
    // A background that is on at a line feed fills the rest of the line.
    for (size_t begin = 0; begin < text.size();) {
      size_t end = text.find('\n', begin);
      if (end == std::string_view::npos) end = text.size();
      internal::AppendTerminal(text.substr(begin, end - begin), out);
      if (end < text.size()) absl::StrAppend(out, kReset, "\n", color);
      begin = end + 1;
    }
    out->push_back(' ');
    out->append(kBold);
    internal::AppendTerminal(type, out);
    out->append(kReset);
  }

  // Appends what separates `token` from the one before it in the sentence.
  void AppendGap(const Token& token, std::string* out) const {
    if ((token.flags & kTokenSpaceBefore) != 0) {
      out->push_back(' ');
      return;
    }
    AppendStyle(kDim, out);
    out->append("\u00B7");
    AppendStyle(kReset, out);
  }

  void AppendTokens(const WriterInput& input, std::string* out) const {
    for (const Sentence& sentence : input.document.sentences()) {
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = input.document.tokens()[i];
        if (i > sentence.first_token) AppendGap(token, out);
        internal::AppendTerminal(
            input.text.substr(token.begin, token.end - token.begin), out);
      }
      out->push_back('\n');
    }
  }

  const AnsiOptions options_;
};

}  // namespace

std::unique_ptr<DocumentWriter> NewAnsiWriter(const AnsiOptions& options) {
  return std::make_unique<AnsiWriter>(options);
}

}  // namespace onym
