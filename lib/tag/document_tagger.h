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
#include "tag/mention_evidence.h"
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
  size_t EndOfBlock(size_t begin) const;
  void TagBlock(std::string_view text, absl::Span<const Token> tokens,
                size_t begin, size_t end);
  void TagAgain(size_t begin, size_t end);
  // Adds the weights of all features of the first stage to `scores`.
  void ScoreSentence(std::string_view text, absl::Span<const Token> tokens,
                     size_t piece, absl::Span<int16_t> scores);
  void AddUnaryScores(std::string_view text, absl::Span<const Token> tokens,
                      size_t first_token, CaseMode mode,
                      absl::Span<int16_t> scores);
  void Emit(size_t piece, absl::Span<const Token> tokens, float min_confidence,
            std::vector<Entity>* entities);

  // Of a piece: its tokens, its first word in words_, its scores, its labels.
  size_t SizeOf(size_t piece) const {
    return pieces_[piece].end_token - pieces_[piece].first_token;
  }
  size_t FirstWord(size_t piece) const {
    return pieces_[piece].first_token + (2 * piece + 1) * kWindow;
  }
  absl::Span<int16_t> ScoresOf(size_t piece);
  TaggedSentence Tagged(size_t piece) const;

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

  MentionEvidence evidence_;

  // Of the block of sentences.
  size_t block_first_token_ = 0;
  std::vector<int16_t> scores_;
  std::vector<uint8_t> labels_, margins_;

  // Of the sentence.
  std::vector<ListMarks> marks_;
};

}  // namespace onym

#endif  // ONYM_LIB_TAG_DOCUMENT_TAGGER_H_
