// The public face of the tagger.

#include "onym/tagger.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "base/mapped_file.h"
#include "model/model.h"
#include "onym/tokenizer.h"
#include "tag/document_tagger.h"

// The bytes of the model that is built into the library (EmbedModel.cmake);
// none if both are equal.
extern "C" {
extern const char onym_builtin_model_begin[];
extern const char onym_builtin_model_end[];
}

namespace onym {

struct Tagger::Rep {
  std::unique_ptr<MappedFile> file;  // null if the caller owns the bytes
  std::unique_ptr<const Model> model;
};

struct TagScratch::Rep {
  // The model that `tagger` works with; kept alive, so that no other model can
  // take its address.
  std::shared_ptr<const void> model;
  std::unique_ptr<DocumentTagger> tagger;
};

TagScratch::TagScratch() : rep_(std::make_unique<Rep>()) {}
TagScratch::~TagScratch() = default;
TagScratch::TagScratch(TagScratch&&) noexcept = default;
TagScratch& TagScratch::operator=(TagScratch&&) noexcept = default;

Tagger::Tagger(std::shared_ptr<const Rep> rep) : rep_(std::move(rep)) {}
Tagger::Tagger(const Tagger&) = default;
Tagger& Tagger::operator=(const Tagger&) = default;
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;
Tagger::~Tagger() = default;

absl::StatusOr<Tagger> Tagger::Default() {
  const std::string_view bytes(
      onym_builtin_model_begin,
      static_cast<size_t>(onym_builtin_model_end - onym_builtin_model_begin));
  if (bytes.empty()) {
    return absl::NotFoundError("this library was built without a model");
  }
  return FromBytes(bytes);
}

absl::StatusOr<Tagger> Tagger::Open(const std::string& path) {
  absl::StatusOr<std::unique_ptr<MappedFile>> file = MappedFile::Open(path);
  if (!file.ok()) return file.status();
  auto model = Model::Parse((*file)->bytes());
  if (!model.ok()) {
    return absl::Status(model.status().code(),
                        absl::StrCat(path, ": ", model.status().message()));
  }
  auto rep = std::make_shared<Rep>();
  rep->file = *std::move(file);
  rep->model = *std::move(model);
  return Tagger(std::move(rep));
}

absl::StatusOr<Tagger> Tagger::FromBytes(std::string_view bytes) {
  auto model = Model::Parse(bytes);
  if (!model.ok()) return model.status();
  auto rep = std::make_shared<Rep>();
  rep->model = *std::move(model);
  return Tagger(std::move(rep));
}

absl::StatusOr<Document> Tagger::Tag(std::string_view text,
                                     const TagOptions& options) const {
  TagScratch scratch;
  Document document;
  const absl::Status status = Tag(text, options, &scratch, &document);
  if (!status.ok()) return status;
  return document;
}

absl::Status Tagger::Tag(std::string_view text, const TagOptions& options,
                         TagScratch* scratch, Document* document) const {
  // A failed call leaves nothing of the document before.
  document->tokens_.clear();
  document->sentences_.clear();
  document->entities_.clear();
  // The negation catches what is not a number.
  if (!(options.min_confidence >= 0.0f && options.min_confidence <= 1.0f)) {
    return absl::InvalidArgumentError("min_confidence is not in [0, 1]");
  }
  const absl::Status status = Tokenizer().Tokenize(text, &document->tokens_);
  if (!status.ok()) return status;
  SentenceSplitter().Split(text, document->tokens_, &document->sentences_);
  TagScratch::Rep& rep = *scratch->rep_;
  if (rep.model != rep_) {
    rep.tagger = std::make_unique<DocumentTagger>(*rep_->model);
    rep.model = rep_;
  }
  document->types_ = rep_->model->types();
  rep.tagger->Run(text, document->tokens_, document->sentences_,
                  options.min_confidence, &document->entities_);
  return absl::OkStatus();
}

const ModelInfo& Tagger::info() const { return rep_->model->info(); }

}  // namespace onym
