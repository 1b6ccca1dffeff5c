// Viterbi over BIOES labels, linear in their number.

#include "tag/decoder.h"

#include <algorithm>

#include "model/model.h"
#include "tag/labels.h"

namespace onym {
namespace {

// Below any score that a path can have.
constexpr int32_t kImpossible = -(1 << 30);

}  // namespace

Decoder::Decoder(absl::Span<const int16_t> transitions, uint32_t types)
    : types_(types) {
  const TransitionLayout layout(types);
  for (size_t from = 0; from < 2; ++from) {
    const int source = static_cast<int>(from);
    to_outside_[from] = transitions[layout.ToOutside(source)];
    for (uint32_t type = 1; type <= types; ++type) {
      to_begin_[from][type] = transitions[layout.ToBegin(source, type)];
      to_single_[from][type] = transitions[layout.ToSingle(source, type)];
      to_inside_[from][type] = transitions[layout.ToInside(source, type)];
      to_end_[from][type] = transitions[layout.ToEnd(source, type)];
    }
  }
}

void Decoder::Advance(const int16_t* scores, State* state, Step* step) const {
  ByType end, single;
  for (uint32_t type = 1; type <= types_; ++type) {
    const int16_t* score = scores + LabelOf(type, kBegin);
    const int32_t begin0 = state->outside + to_begin_[0][type];
    const int32_t begin1 = state->end + to_begin_[1][type];
    const int32_t single0 = state->outside + to_single_[0][type];
    const int32_t single1 = state->end + to_single_[1][type];
    const int32_t inside0 = state->begin[type] + to_inside_[0][type];
    const int32_t inside1 = state->inside[type] + to_inside_[1][type];
    const int32_t end0 = state->begin[type] + to_end_[0][type];
    const int32_t end1 = state->inside[type] + to_end_[1][type];
    step->from[type] = static_cast<uint8_t>(
        (begin1 > begin0 ? 1 : 0) | (single1 > single0 ? 2 : 0) |
        (inside1 > inside0 ? 4 : 0) | (end1 > end0 ? 8 : 0));
    state->begin[type] = std::max(begin0, begin1) + score[kBegin];
    state->inside[type] = std::max(inside0, inside1) + score[kInside];
    end[type] = std::max(end0, end1) + score[kEnd];
    single[type] = std::max(single0, single1) + score[kSingle];
  }
  const int32_t outside0 = state->outside + to_outside_[0];
  const int32_t outside1 = state->end + to_outside_[1];
  step->outside_from_end = outside1 > outside0;
  state->outside = std::max(outside0, outside1) + scores[kOutside];
  state->end = kImpossible;
  for (uint32_t type = 1; type <= types_; ++type) {
    const int32_t best = std::max(end[type], single[type]);
    if (best > state->end) {
      state->end = best;
      step->best_end = static_cast<uint8_t>(
          LabelOf(type, single[type] > end[type] ? kSingle : kEnd));
    }
  }
}

void Decoder::Backtrack(bool ends_inside_entity,
                        std::vector<uint8_t>* labels) const {
  uint32_t label = ends_inside_entity ? steps_.back().best_end : kOutside;
  for (size_t i = steps_.size(); i-- > 0;) {
    (*labels)[i] = static_cast<uint8_t>(label);
    if (i == 0) break;
    const Step& step = steps_[i];
    const uint8_t from = step.from[label / 4];
    const uint32_t before = steps_[i - 1].best_end;
    if (label == kOutside) {
      label = step.outside_from_end ? before : kOutside;
      continue;
    }
    switch (label % 4) {
      case kBegin:
        label = (from & 1) != 0 ? before : kOutside;
        break;
      case kSingle:
        label = (from & 2) != 0 ? before : kOutside;
        break;
      case kInside:
        label = LabelOf(label / 4, (from & 4) != 0 ? kInside : kBegin);
        break;
      default:
        label = LabelOf(label / 4, (from & 8) != 0 ? kInside : kBegin);
    }
  }
}

void Decoder::Decode(absl::Span<const int16_t> scores,
                     std::vector<uint8_t>* labels) {
  const size_t stride = LabelStride(types_);
  const size_t tokens = scores.size() / stride;
  labels->assign(tokens, kOutside);
  if (tokens == 0) return;
  steps_.resize(tokens);
  State state;
  // A sentence starts as if outside stood before it.
  state.outside = 0;
  state.end = kImpossible;
  state.begin.fill(kImpossible);
  state.inside.fill(kImpossible);
  for (size_t i = 0; i < tokens; ++i) {
    Advance(scores.data() + i * stride, &state, &steps_[i]);
  }
  Backtrack(state.end > state.outside, labels);
}

}  // namespace onym
