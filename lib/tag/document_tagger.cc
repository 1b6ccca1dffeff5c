// The steps from tokens to entities.

#include "tag/document_tagger.h"

#include <algorithm>

#include "model/labels.h"
#include "tag/feature_scores.h"
#include "tag/features.h"
#include "tag/sentence_input.h"

namespace onym {
DocumentTagger::DocumentTagger(const Model& model)
    : model_(model),
      kernels_(BestKernels()),
      stride_(LabelStride(model.type_count())),
      memo_(model, kernels_),
      decoder_(model.transitions(), model.type_count(), kernels_),
      posterior_(model, kernels_),
      boundary_rows_{MakeBoundaryRows(CaseMode::kCased),
                     MakeBoundaryRows(CaseMode::kCaseless)} {}

DocumentTagger::BoundaryRows DocumentTagger::MakeBoundaryRows(
    CaseMode mode) const {
  BoundaryRows rows;
  FeatureScores sums(model_.features(), kernels_, stride_);
  const auto add = [&](bool after, int place, int offset, auto* row) {
    AddUnaryFeatures(BoundaryWord(after, place, mode), offset, sums.NextKeys());
    sums.Submit(row->data());
  };
  for (int token = 0; token < kWindow; ++token) {
    auto& first = rows.first[static_cast<size_t>(token)];
    auto& last = rows.last[static_cast<size_t>(token)];
    first.assign(stride_, 0);
    last.assign(stride_, 0);
    for (int place = 0; token + place + 1 <= kWindow; ++place) {
      add(false, place, -(token + place + 1), &first);
      add(true, place, token + place + 1, &last);
    }
  }
  sums.Finish();
  return rows;
}

void DocumentTagger::Run(std::string_view text, absl::Span<const Token> tokens,
                         absl::Span<const Sentence> sentences,
                         float min_confidence, std::vector<Entity>* entities) {
  CutSentences(tokens, sentences, &pieces_);
  AnalyzeWords(text, tokens);
  size_t first_word = 0;
  for (size_t i = 0; i < pieces_.size(); ++i) {
    const Sentence& piece = pieces_[i];
    const auto of_piece =
        tokens.subspan(piece.first_token, piece.end_token - piece.first_token);
    first_word += kWindow;
    ScoreSentence(text, of_piece, piece.first_token, first_word, modes_[i]);
    first_word += of_piece.size() + kWindow;
    decoder_.Decode(scores_, &labels_);
    Emit(piece, tokens, min_confidence, entities);
  }
}

void DocumentTagger::AnalyzeWords(std::string_view text,
                                  absl::Span<const Token> tokens) {
  FindCaseModes(text, tokens, pieces_, &modes_);
  words_.clear();
  handles_.clear();
  for (size_t i = 0; i < pieces_.size(); ++i) {
    const CaseMode mode = modes_[i];
    for (int place = kWindow; place-- > 0;) {
      words_.push_back(BoundaryWord(false, place, mode));
    }
    for (uint32_t t = pieces_[i].first_token; t < pieces_[i].end_token; ++t) {
      const WordMemo::Entry entry =
          memo_.Find(TokenCharacters(text, tokens[t], &buffer_), mode);
      words_.push_back(entry.word);
      handles_.push_back(entry.handle);
    }
    for (int place = 0; place < kWindow; ++place) {
      words_.push_back(BoundaryWord(true, place, mode));
    }
  }
  context_.Build(words_);
}

void DocumentTagger::AddRow(const int16_t* row, size_t token) {
  kernels_.add_scores(row, stride_, scores_.data() + token * stride_);
}

void DocumentTagger::AddUnaryScores(std::string_view text,
                                    absl::Span<const Token> tokens,
                                    size_t first_token, CaseMode mode) {
  constexpr size_t kAhead = 2;
  const size_t size = tokens.size();
  scores_.assign(size * stride_, 0);
  for (size_t i = 0; i < size; ++i) {
    if (i + kAhead < size) memo_.Prefetch(handles_[first_token + i + kAhead]);
    const int16_t* rows = memo_.Rows(handles_[first_token + i]);
    if (rows == nullptr) {
      rows = memo_.Find(TokenCharacters(text, tokens[i], &buffer_), mode).rows;
    }
    for (size_t row = 0; row < WordMemo::kRows; ++row) {
      // Row r is of offset r - kWindow: for the token that far to the left.
      const size_t target = i + kWindow - row;
      if (target < size) AddRow(rows + row * stride_, target);
    }
  }
  const BoundaryRows& rows = boundary_rows_[static_cast<size_t>(mode)];
  for (size_t i = 0; i < std::min(size, size_t{kWindow}); ++i) {
    AddRow(rows.first[i].data(), i);
    AddRow(rows.last[i].data(), size - 1 - i);
  }
}

void DocumentTagger::ScoreSentence(std::string_view text,
                                   absl::Span<const Token> tokens,
                                   size_t first_token, size_t first_word,
                                   CaseMode mode) {
  const auto words =
      absl::MakeConstSpan(words_).subspan(first_word, tokens.size());
  MarkLists(model_, words, &marks_);
  AddUnaryScores(text, tokens, first_token, mode);
  SentenceView view;
  view.words = words.data();
  view.size = words.size();
  view.first_word = first_word;
  view.marks = marks_;
  view.context = &context_;
  view.is_headline = IsHeadline(text, tokens);
  FeatureScores sums(model_.features(), kernels_, stride_);
  for (size_t i = 0; i < words.size(); ++i) {
    AddContextFeatures(view, i, sums.NextKeys());
    sums.Submit(scores_.data() + i * stride_);
  }
  sums.Finish();
}

void DocumentTagger::Emit(const Sentence& sentence,
                          absl::Span<const Token> tokens, float min_confidence,
                          std::vector<Entity>* entities) {
  bool prepared = false;
  size_t first = 0;
  for (size_t i = 0; i < labels_.size(); ++i) {
    const uint32_t label = labels_[i];
    if (label == kOutside) continue;
    const uint32_t place = label % 4;
    if (place == kBegin || place == kSingle) first = i;
    if (place != kEnd && place != kSingle) continue;
    if (!prepared) posterior_.SetSentence(scores_);
    prepared = true;
    const uint32_t type = label / 4;
    const float confidence = posterior_.Of(first, i + 1, type);
    if (confidence < min_confidence) continue;
    const uint32_t begin_token =
        sentence.first_token + static_cast<uint32_t>(first);
    const uint32_t end_token =
        sentence.first_token + static_cast<uint32_t>(i) + 1;
    entities->push_back({tokens[begin_token].begin, tokens[end_token - 1].end,
                         begin_token, end_token, type - 1, confidence});
  }
}

}  // namespace onym
