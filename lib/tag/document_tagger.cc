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
  if (model_.has_second_stage()) evidence_.Reset(context_);
  for (size_t begin = 0; begin < pieces_.size();) {
    const size_t end = EndOfBlock(begin);
    TagBlock(text, tokens, begin, end);
    if (model_.has_second_stage()) TagAgain(begin, end);
    for (size_t i = begin; i < end; ++i) {
      Emit(i, tokens, min_confidence, entities);
    }
    begin = end;
  }
}

// The piece after the last that is tagged together with `begin`.
size_t DocumentTagger::EndOfBlock(size_t begin) const {
  // Long documents are tagged in blocks, so that the scores of a block stay in
  // the cache. What was seen in the blocks before counts as evidence, too.
  constexpr uint32_t kBlockTokens = 4096;
  const uint32_t first = pieces_[begin].first_token;
  size_t end = begin + 1;
  while (end < pieces_.size() &&
         pieces_[end].end_token - first <= kBlockTokens) {
    ++end;
  }
  return end;
}

// The scores of a piece of the current block.
absl::Span<int16_t> DocumentTagger::ScoresOf(size_t piece) {
  const size_t first = pieces_[piece].first_token - block_first_token_;
  return absl::MakeSpan(scores_).subspan(first * stride_,
                                         SizeOf(piece) * stride_);
}

TaggedSentence DocumentTagger::Tagged(size_t piece) const {
  const size_t first = pieces_[piece].first_token - block_first_token_;
  TaggedSentence tagged;
  tagged.view.first_word = FirstWord(piece);
  tagged.view.words = words_.data() + tagged.view.first_word;
  tagged.view.size = SizeOf(piece);
  tagged.labels = absl::MakeConstSpan(labels_).subspan(first, tagged.view.size);
  tagged.margins =
      absl::MakeConstSpan(margins_).subspan(first, tagged.view.size);
  return tagged;
}

// Scores and labels of the pieces from `begin` to `end`.
void DocumentTagger::TagBlock(std::string_view text,
                              absl::Span<const Token> tokens, size_t begin,
                              size_t end) {
  block_first_token_ = pieces_[begin].first_token;
  const size_t size = pieces_[end - 1].end_token - block_first_token_;
  scores_.assign(size * stride_, 0);
  labels_.resize(size);
  margins_.resize(size);
  for (size_t i = begin; i < end; ++i) {
    const absl::Span<int16_t> scores = ScoresOf(i);
    ScoreSentence(text, tokens, i, scores);
    const size_t first = pieces_[i].first_token - block_first_token_;
    uint8_t* labels = labels_.data() + first;
    decoder_.Decode(scores, absl::MakeSpan(labels, SizeOf(i)));
    if (!model_.has_second_stage()) continue;
    for (size_t t = 0; t < SizeOf(i); ++t) {
      margins_[first + t] =
          MarginOf(scores.data() + t * stride_, model_.type_count(), labels[t],
                   model_.scale());
    }
    evidence_.Add(Tagged(i));
  }
}

// Labels of the pieces from `begin` to `end` in the light of the others.
void DocumentTagger::TagAgain(size_t begin, size_t end) {
  FeatureScores sums(model_.features(), kernels_, stride_);
  for (size_t i = begin; i < end; ++i) {
    const TaggedSentence tagged = Tagged(i);
    if (!evidence_.Compare(tagged)) continue;
    const absl::Span<int16_t> scores = ScoresOf(i);
    for (size_t t = 0; t < tagged.view.size; ++t) {
      evidence_.AddFeatures(tagged, t, sums.NextKeys());
      sums.Submit(scores.data() + t * stride_);
    }
    sums.Finish();
    // Only from here on are the labels that Tagged shows no more those of the
    // first stage.
    decoder_.Decode(
        scores, absl::MakeSpan(labels_).subspan(
                    pieces_[i].first_token - block_first_token_, SizeOf(i)));
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

void DocumentTagger::AddUnaryScores(std::string_view text,
                                    absl::Span<const Token> tokens,
                                    size_t first_token, CaseMode mode,
                                    absl::Span<int16_t> scores) {
  constexpr size_t kAhead = 2;
  const size_t size = tokens.size();
  const auto add_row = [&](const int16_t* row, size_t token) {
    kernels_.add_scores(row, stride_, scores.data() + token * stride_);
  };
  for (size_t i = 0; i < size; ++i) {
    if (i + kAhead < size) memo_.Prefetch(handles_[first_token + i + kAhead]);
    const int16_t* rows = memo_.Rows(handles_[first_token + i]);
    if (rows == nullptr) {
      rows = memo_.Find(TokenCharacters(text, tokens[i], &buffer_), mode).rows;
    }
    for (size_t row = 0; row < WordMemo::kRows; ++row) {
      // Row r is of offset r - kWindow: for the token that far to the left.
      const size_t target = i + kWindow - row;
      if (target < size) add_row(rows + row * stride_, target);
    }
  }
  const BoundaryRows& rows = boundary_rows_[static_cast<size_t>(mode)];
  for (size_t i = 0; i < std::min(size, size_t{kWindow}); ++i) {
    add_row(rows.first[i].data(), i);
    add_row(rows.last[i].data(), size - 1 - i);
  }
}

void DocumentTagger::ScoreSentence(std::string_view text,
                                   absl::Span<const Token> tokens, size_t piece,
                                   absl::Span<int16_t> scores) {
  const size_t first_token = pieces_[piece].first_token;
  const auto of_piece = tokens.subspan(first_token, SizeOf(piece));
  const auto words =
      absl::MakeConstSpan(words_).subspan(FirstWord(piece), SizeOf(piece));
  MarkLists(model_, words, &marks_);
  AddUnaryScores(text, of_piece, first_token, modes_[piece], scores);
  SentenceView view;
  view.words = words.data();
  view.size = words.size();
  view.first_word = FirstWord(piece);
  view.marks = marks_;
  view.context = &context_;
  view.is_headline = IsHeadline(text, of_piece);
  FeatureScores sums(model_.features(), kernels_, stride_);
  for (size_t i = 0; i < words.size(); ++i) {
    AddContextFeatures(view, i, sums.NextKeys());
    sums.Submit(scores.data() + i * stride_);
  }
  sums.Finish();
}

void DocumentTagger::Emit(size_t piece, absl::Span<const Token> tokens,
                          float min_confidence, std::vector<Entity>* entities) {
  const Sentence& sentence = pieces_[piece];
  const auto labels = absl::MakeConstSpan(labels_).subspan(
      sentence.first_token - block_first_token_, SizeOf(piece));
  bool prepared = false;
  ForEachEntity(labels, [&](size_t first, size_t end, uint32_t type) {
    if (!prepared) posterior_.SetSentence(ScoresOf(piece));
    prepared = true;
    const float confidence = posterior_.Of(first, end, type);
    if (confidence < min_confidence) return;
    const uint32_t begin_token =
        sentence.first_token + static_cast<uint32_t>(first);
    const uint32_t end_token =
        sentence.first_token + static_cast<uint32_t>(end);
    entities->push_back({tokens[begin_token].begin, tokens[end_token - 1].end,
                         begin_token, end_token, type - 1, confidence});
  });
}

}  // namespace onym
