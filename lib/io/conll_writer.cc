// One token a line with its BIO2 tag.

#include <cstddef>
#include <memory>

#include "io/escape.h"
#include "io/writer.h"

namespace onym {
namespace {

class ConllWriter final : public DocumentWriter {
 public:
  explicit ConllWriter(Show show) : show_(show) {}

  void AppendDocument(const WriterInput& input,
                      std::string* out) const override {
    const Document& document = input.document;
    out->append("# id = ");
    internal::AppendField(input.id, out);
    out->push_back('\n');
    // A blank line ends each sentence; a document without any gets one too.
    if (document.sentences().empty()) out->push_back('\n');
    size_t entity = 0;
    for (const Sentence& sentence : document.sentences()) {
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = document.tokens()[i];
        internal::AppendField(
            input.text.substr(token.begin, token.end - token.begin), out);
        if (show_ == Show::kEntities) AppendTag(document, i, &entity, out);
        out->push_back('\n');
      }
      out->push_back('\n');
    }
  }

 private:
  // Appends the tag of `token`. *entity is the first entity that may hold it,
  // and moves on with the tokens.
  static void AppendTag(const Document& document, uint32_t token,
                        size_t* entity, std::string* out) {
    const absl::Span<const Entity> entities = document.entities();
    while (*entity < entities.size() && entities[*entity].end_token <= token) {
      ++*entity;
    }
    if (*entity == entities.size() || token < entities[*entity].first_token) {
      out->append("\tO");
      return;
    }
    out->append(token == entities[*entity].first_token ? "\tB-" : "\tI-");
    internal::AppendField(document.type_name(entities[*entity].type), out);
  }

  const Show show_;
};

}  // namespace

std::unique_ptr<DocumentWriter> NewConllWriter(Show show) {
  return std::make_unique<ConllWriter>(show);
}

}  // namespace onym
