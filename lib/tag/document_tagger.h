// Tags the entities of one document after the other: all steps between tokens
// and entities, and the memory they work in.

#ifndef ONYM_LIB_TAG_DOCUMENT_TAGGER_H_
#define ONYM_LIB_TAG_DOCUMENT_TAGGER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "model/model.h"
#include "onym/document.h"
#include "tag/confidence.h"
#include "tag/decoder.h"
#include "tag/document_context.h"
#include "tag/gazetteer.h"
#include "tag/kernels.h"
#include "tag/word_memo.h"

namespace onym {

// One thread. What it keeps between documents is memory and memoised words,
// never anything that changes a result.
class DocumentTagger final {
 public:
  // `model` is borrowed.
  explicit DocumentTagger(const Model& model);

  // Appends the entities of `text` whose confidence is at least
  // `min_confidence` to *entities. `tokens` and `sentences` are those of
  // Tokenizer and SentenceSplitter, or others of the same form.
  void Run(std::string_view text, absl::Span<const Token> tokens,
           absl::Span<const Sentence> sentences, float min_confidence,
           std::vector<Entity>* entities);

 private:
  // The weights that the boundaries of a sentence add to its outermost tokens.
  struct BoundaryRows {
    std::array<std::vector<int16_t>, kWindow> first;  // to token 0, 1
    std::array<std::vector<int16_t>, kWindow> last;   // to token n-1, n-2
  };

  BoundaryRows MakeBoundaryRows(CaseMode mode) const;
  void AnalyzeWords(std::string_view text, absl::Span<const Token> tokens);
  void ScoreSentence(std::string_view text, absl::Span<const Token> tokens,
                     size_t first_token, size_t first_word, CaseMode mode);
  void AddUnaryScores(std::string_view text, absl::Span<const Token> tokens,
                      size_t first_token, CaseMode mode);
  void AddRow(const int16_t* row, size_t token);
  void Emit(const Sentence& sentence, absl::Span<const Token> tokens,
            float min_confidence, std::vector<Entity>* entities);

  const Model& model_;
  const Kernels& kernels_;
  size_t stride_;
  WordMemo memo_;
  Decoder decoder_;
  SpanPosterior posterior_;
  std::array<BoundaryRows, 2> boundary_rows_;  // of each case mode

  // Of the document.
  std::string buffer_;
  std::vector<Sentence> pieces_;
  std::vector<CaseMode> modes_;  // of the pieces
  std::vector<Word> words_;      // with boundary words around each piece
  std::vector<WordMemo::Handle> handles_;  // of each token
  DocumentContext context_;

  // Of the sentence.
  std::vector<ListMarks> marks_;
  std::vector<int16_t> scores_;
  std::vector<uint8_t> labels_;
};

}  // namespace onym

#endif  // ONYM_LIB_TAG_DOCUMENT_TAGGER_H_
