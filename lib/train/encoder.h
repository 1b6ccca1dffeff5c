// From documents to the rows of parameters that each token touches.

#ifndef ONYM_LIB_TRAIN_ENCODER_H_
#define ONYM_LIB_TRAIN_ENCODER_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "model/model.h"
#include "tag/document_context.h"
#include "tag/features.h"
#include "tag/gazetteer.h"
#include "train/corpus.h"
#include "train/parameters.h"

namespace onym {

// A sentence whose features have been looked up.
struct EncodedSentence {
  uint32_t domain;             // 0: none
  std::vector<uint32_t> rows;  // of all tokens, one after the other
  std::vector<uint32_t> ends;  // where each token's rows end
  std::vector<LabelSet> labels;
  // LabelStride numbers for each token that are added to its scores and never
  // change; empty: none.
  std::vector<float> fixed_scores;
};

// Computes the features of documents with the words and lists of a model.
class FeatureEncoder final {
 public:
  // `resources` is borrowed.
  explicit FeatureEncoder(const Model& resources) : model_(resources) {}

  // Calls visit(token, keys) for each token of `document`, sentence by
  // sentence, and end_sentence(sentence) after each. With `alone`, each
  // sentence is seen as a document of its own.
  void Visit(const TrainingDocument& document, bool alone,
             const std::function<void(size_t, const FeatureKeys&)>& visit,
             const std::function<void(const Sentence&)>& end_sentence);

  // Counts the features of `document`, common and of `domain`.
  void Count(const TrainingDocument& document, bool alone, uint32_t domain,
             FeatureCounts* counts);

  // Appends the sentences of `document` to *sentences.
  void Encode(const TrainingDocument& document, bool alone, uint32_t domain,
              const Parameters& parameters,
              std::vector<EncodedSentence>* sentences);

  // What a sentence looks like within its document; valid until the next call.
  struct View {
    SentenceView view;
    Sentence sentence;
  };
  // The sentences of `document`, over-long ones cut, without their name lists.
  std::vector<View> ViewsOf(const TrainingDocument& document);
  const DocumentContext& context() const { return context_; }

 private:
  void AnalyzeWords(const TrainingDocument& document,
                    const std::vector<Sentence>& sentences);
  void VisitSentence(
      const TrainingDocument& document, const Sentence& sentence,
      size_t first_word,
      const std::function<void(size_t, const FeatureKeys&)>& visit);

  const Model& model_;
  std::string buffer_;
  // With boundary words around each sentence.
  std::vector<DetailedWord> details_;
  std::vector<Word> words_;
  std::vector<ListMarks> marks_;
  DocumentContext context_;
};

}  // namespace onym

#endif  // ONYM_LIB_TRAIN_ENCODER_H_
