// Feature extraction for training, by the same templates as in tagging.

#include "train/encoder.h"

#include "absl/types/span.h"
#include "tag/sentence_input.h"

namespace onym {
namespace {

// The types of a label set, for features that were seen with them. Outside
// rules out nothing, and a token that may be anything tells nothing.
TypeSet TypesSeen(const LabelSet& labels, uint32_t type_count) {
  if (labels.test(0)) return labels.count() <= 4 * type_count ? 1u : 0u;
  TypeSet types = 0;
  for (uint32_t type = 1; type <= kMaxTypes; ++type) {
    for (uint32_t place = 0; place < 4; ++place) {
      if (labels.test(type * 4 + place)) types |= TypeSet{1} << type;
    }
  }
  return types;
}

}  // namespace

void FeatureEncoder::AnalyzeWords(const TrainingDocument& document,
                                  const std::vector<Sentence>& sentences) {
  std::vector<CaseMode> modes;
  FindCaseModes(document.text, document.tokens, sentences, &modes);
  details_.clear();
  for (size_t i = 0; i < sentences.size(); ++i) {
    for (int place = kWindow; place-- > 0;) {
      details_.push_back(BoundaryWord(false, place, modes[i]));
    }
    for (uint32_t t = sentences[i].first_token; t < sentences[i].end_token;
         ++t) {
      details_.push_back(AnalyzeWord(
          TokenCharacters(document.text, document.tokens[t], &buffer_),
          modes[i], model_.words()));
    }
    for (int place = 0; place < kWindow; ++place) {
      details_.push_back(BoundaryWord(true, place, modes[i]));
    }
  }
  words_.assign(details_.begin(), details_.end());
}

void FeatureEncoder::VisitSentence(
    const TrainingDocument& document, const Sentence& sentence,
    size_t first_word,
    const std::function<void(size_t, const FeatureKeys&)>& visit) {
  const size_t size = sentence.end_token - sentence.first_token;
  const auto words = absl::MakeConstSpan(words_).subspan(first_word, size);
  MarkLists(model_, words, &marks_);
  SentenceView view;
  view.words = words.data();
  view.size = size;
  view.first_word = first_word;
  view.marks = marks_;
  view.context = &context_;
  view.is_headline = IsHeadline(
      document.text,
      absl::MakeConstSpan(document.tokens).subspan(sentence.first_token, size));
  FeatureKeys keys;
  for (size_t i = 0; i < size; ++i) {
    keys.Clear();
    for (int offset = -kWindow; offset <= kWindow; ++offset) {
      const size_t at = first_word + i + static_cast<size_t>(offset + kWindow);
      AddUnaryFeatures(details_[at - kWindow], offset, &keys);
    }
    AddContextFeatures(view, i, &keys);
    visit(sentence.first_token + i, keys);
  }
}

void FeatureEncoder::Visit(
    const TrainingDocument& document, bool alone,
    const std::function<void(size_t, const FeatureKeys&)>& visit,
    const std::function<void(const Sentence&)>& end_sentence) {
  std::vector<Sentence> pieces;
  CutSentences(document.tokens, document.sentences, &pieces);
  if (!alone) {
    AnalyzeWords(document, pieces);
    context_.Build(words_);
  }
  size_t first_word = kWindow;
  for (const Sentence& piece : pieces) {
    if (alone) {
      AnalyzeWords(document, {piece});
      context_.Build(words_);
      first_word = kWindow;
    }
    VisitSentence(document, piece, first_word, visit);
    end_sentence(piece);
    first_word += piece.end_token - piece.first_token + 2 * kWindow;
  }
}

std::vector<FeatureEncoder::View> FeatureEncoder::ViewsOf(
    const TrainingDocument& document) {
  std::vector<Sentence> pieces;
  CutSentences(document.tokens, document.sentences, &pieces);
  AnalyzeWords(document, pieces);
  context_.Build(words_);
  std::vector<View> views;
  size_t first_word = kWindow;
  for (const Sentence& piece : pieces) {
    View& view = views.emplace_back();
    view.sentence = piece;
    view.view.words = words_.data() + first_word;
    view.view.size = piece.end_token - piece.first_token;
    view.view.first_word = first_word;
    first_word += view.view.size + 2 * kWindow;
  }
  return views;
}

void FeatureEncoder::Count(const TrainingDocument& document, bool alone,
                           uint32_t domain, FeatureCounts* counts) {
  Visit(
      document, alone,
      [&](size_t token, const FeatureKeys& keys) {
        const TypeSet types =
            TypesSeen(document.labels[token], model_.type_count());
        for (uint64_t key : keys) {
          counts->Add(key, types);
          if (domain != 0) counts->Add(DomainKey(key, domain), types);
        }
      },
      [](const Sentence&) {});
}

void FeatureEncoder::Encode(const TrainingDocument& document, bool alone,
                            uint32_t domain, const Parameters& parameters,
                            std::vector<EncodedSentence>* sentences) {
  EncodedSentence encoded;
  Visit(
      document, alone,
      [&](size_t token, const FeatureKeys& keys) {
        for (uint64_t key : keys) {
          const uint32_t row = parameters.RowOf(key);
          if (row != Parameters::kNoRow) encoded.rows.push_back(row);
          if (domain == 0) continue;
          const uint32_t own = parameters.RowOf(DomainKey(key, domain));
          if (own != Parameters::kNoRow) encoded.rows.push_back(own);
        }
        encoded.ends.push_back(static_cast<uint32_t>(encoded.rows.size()));
        encoded.labels.push_back(document.labels[token]);
      },
      [&](const Sentence&) {
        encoded.domain = domain;
        encoded.rows.shrink_to_fit();
        sentences->push_back(std::move(encoded));
        encoded = EncodedSentence();
      });
}

}  // namespace onym
