// One page of HTML with an article for each document. The names of types are
// shown by the style sheet, so that copied text stays the text.

#include <algorithm>
#include <cstddef>
#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "io/escape.h"
#include "io/type_color.h"
#include "io/writer.h"

namespace onym {
namespace {

constexpr char kPageBegin[] = R"(<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Onym">
<title>Onym</title>
<style>
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; color: #111;
  background: #fff; font: 1.05rem/1.9 Georgia, serif; }
article { margin-bottom: 3rem; }
h2, .legend { font: 1rem/1.9 system-ui, sans-serif; overflow-wrap: anywhere; }
h2 { font-weight: bold; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
mark { color: #111; background: #ffe9a8; border-radius: 0.25em;
  padding: 0.1em 0.25em; box-decoration-break: clone;
  -webkit-box-decoration-break: clone; }
.text mark::after { content: attr(data-type); margin-left: 0.4em;
  font: bold 0.65em system-ui, sans-serif; }
.sentence { background: #f3f3f3; padding: 0.1em 0; }
.sentence:nth-of-type(even) { background: #e2ecf5; }
.token { border-bottom: 2px solid #4a6d8c; margin: 0 1px; }
)";

constexpr char kBodyBegin[] = R"(</style>
</head>
<body>
)";

constexpr char kPageEnd[] = R"(</body>
</html>
)";

// The class that stands for a type: its name, with what is not allowed in an
// identifier of CSS replaced.
std::string ClassOfType(std::string_view type) {
  std::string name;
  if (type.empty() || !absl::ascii_isalpha(static_cast<uint8_t>(type[0]))) {
    name.push_back('_');
  }
  for (const char c : type) {
    const bool plain = absl::ascii_isalnum(static_cast<uint8_t>(c)) || c == '-';
    name.push_back(plain ? c : '_');
  }
  return name;
}

// The mark of a type up to where further attributes may follow.
void AppendMark(std::string_view type, std::string* out) {
  absl::StrAppend(out, "<mark class=\"", ClassOfType(type), "\" data-type=\"");
  internal::AppendHtml(type, out);
  out->push_back('"');
}

class HtmlWriter final : public DocumentWriter {
 public:
  HtmlWriter(Show show, const std::vector<std::string>& types) : show_(show) {
    header_ = kPageBegin;
    for (const std::string& type : types) {
      const internal::TypeColor color = internal::ColorOfType(type);
      absl::StrAppendFormat(
          &header_, "mark.%s { background: #%02x%02x%02x; }\n",
          ClassOfType(type), color.red, color.green, color.blue);
    }
    header_ += kBodyBegin;
  }

  void AppendHeader(std::string* out) const override { out->append(header_); }
  void AppendFooter(std::string* out) const override { out->append(kPageEnd); }

  void AppendDocument(const WriterInput& input,
                      std::string* out) const override {
    out->append("<article>\n<h2>");
    internal::AppendHtml(input.id, out);
    out->append("</h2>\n");
    if (show_ == Show::kEntities) AppendLegend(input.document, out);
    out->append("<div class=\"text\">");
    if (show_ == Show::kEntities) {
      AppendEntities(input, out);
    } else {
      AppendTokens(input, out);
    }
    out->append("</div>\n</article>\n");
  }

 private:
  // The types of the document and how often each occurs, in the order in which
  // the model numbers them.
  static void AppendLegend(const Document& document, std::string* out) {
    std::vector<uint32_t> types;
    types.reserve(document.entities().size());
    for (const Entity& entity : document.entities()) {
      types.push_back(entity.type);
    }
    std::sort(types.begin(), types.end());
    if (types.empty()) return;
    out->append("<p class=\"legend\">");
    for (auto begin = types.begin(); begin != types.end();) {
      const auto end = std::upper_bound(begin, types.end(), *begin);
      if (begin != types.begin()) out->push_back('\n');
      const std::string_view type = document.type_name(*begin);
      AppendMark(type, out);
      out->push_back('>');
      internal::AppendHtml(type, out);
      absl::StrAppend(out, " ", end - begin, "</mark>");
      begin = end;
    }
    out->append("</p>\n");
  }

  static void AppendEntities(const WriterInput& input, std::string* out) {
    size_t done = 0;
    for (const Entity& entity : input.document.entities()) {
      internal::AppendHtml(input.text.substr(done, entity.begin - done), out);
      AppendMark(input.document.type_name(entity.type), out);
      absl::StrAppendFormat(out, " title=\"confidence %.2f\">",
                            entity.confidence);
      internal::AppendHtml(
          input.text.substr(entity.begin, entity.end - entity.begin), out);
      out->append("</mark>");
      done = entity.end;
    }
    internal::AppendHtml(input.text.substr(done), out);
  }

  static void AppendTokens(const WriterInput& input, std::string* out) {
    size_t done = 0;
    for (const Sentence& sentence : input.document.sentences()) {
      internal::AppendHtml(input.text.substr(done, sentence.begin - done), out);
      done = sentence.begin;
      out->append("<span class=\"sentence\">");
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = input.document.tokens()[i];
        internal::AppendHtml(input.text.substr(done, token.begin - done), out);
        out->append("<span class=\"token\">");
        internal::AppendHtml(
            input.text.substr(token.begin, token.end - token.begin), out);
        out->append("</span>");
        done = token.end;
      }
      out->append("</span>");
    }
    internal::AppendHtml(input.text.substr(done), out);
  }

  const Show show_;
  std::string header_;
};

}  // namespace

std::unique_ptr<DocumentWriter> NewHtmlWriter(
    Show show, const std::vector<std::string>& types) {
  return std::make_unique<HtmlWriter>(show, types);
}

}  // namespace onym
