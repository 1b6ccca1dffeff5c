// JSON lines. Written by hand: the keys and their order are fixed, and most of
// a line is numbers.

#include <algorithm>
#include <cmath>
#include <memory>

#include "absl/strings/str_cat.h"
#include "io/escape.h"
#include "io/writer.h"

namespace onym {
namespace {

// Appends a probability with up to four decimals: 0, 0.5, 0.9731, 1.
void AppendConfidence(float confidence, std::string* out) {
  constexpr int kScale = 10000;
  // Written so that a NaN becomes 0.
  const float clamped = confidence > 0 ? std::min(confidence, 1.0f) : 0.0f;
  const int scaled =
      static_cast<int>(std::lround(static_cast<double>(clamped) * kScale));
  if (scaled == 0 || scaled == kScale) {
    out->push_back(scaled == 0 ? '0' : '1');
    return;
  }
  char digits[] = "0.0000";
  int left = scaled;
  for (int i = 5; i >= 2; --i, left /= 10) {
    digits[i] = static_cast<char>('0' + left % 10);
  }
  std::string_view number(digits, 6);
  number.remove_suffix(5 - number.find_last_not_of('0'));
  out->append(number);
}

class JsonlWriter final : public DocumentWriter {
 public:
  explicit JsonlWriter(OffsetUnit unit) : unit_(unit) {}

  void AppendDocument(const WriterInput& input,
                      std::string* out) const override {
    OffsetMap map(input.text);
    out->append("{\"id\":");
    internal::AppendJsonString(input.id, out);
    out->append(",\"tokens\":[");
    AppendSpans(input.document.tokens(), &map, out);
    out->append("],\"sentences\":[");
    AppendSpans(input.document.sentences(), &map, out);
    out->append("],\"entities\":[");
    bool first = true;
    for (const Entity& entity : input.document.entities()) {
      if (!first) out->push_back(',');
      first = false;
      AppendSpan(entity.begin, entity.end, &map, out);
      out->append(",\"type\":");
      internal::AppendJsonString(input.document.type_name(entity.type), out);
      out->append(",\"text\":");
      internal::AppendJsonString(
          input.text.substr(entity.begin, entity.end - entity.begin), out);
      out->append(",\"confidence\":");
      AppendConfidence(entity.confidence, out);
      out->push_back('}');
    }
    out->append("]}\n");
  }

 private:
  // Appends {"begin":B,"end":E without the closing brace.
  void AppendSpan(size_t begin, size_t end, OffsetMap* map,
                  std::string* out) const {
    if (unit_ != OffsetUnit::kByte) {
      begin = map->Convert(begin, OffsetUnit::kByte, unit_);
      end = map->Convert(end, OffsetUnit::kByte, unit_);
    }
    absl::StrAppend(out, "{\"begin\":", begin, ",\"end\":", end);
  }

  template <typename Span>
  void AppendSpans(absl::Span<const Span> spans, OffsetMap* map,
                   std::string* out) const {
    bool first = true;
    for (const Span& span : spans) {
      if (!first) out->push_back(',');
      first = false;
      AppendSpan(span.begin, span.end, map, out);
      out->push_back('}');
    }
  }

  const OffsetUnit unit_;
};

}  // namespace

std::unique_ptr<DocumentWriter> NewJsonlWriter(OffsetUnit unit) {
  return std::make_unique<JsonlWriter>(unit);
}

}  // namespace onym
