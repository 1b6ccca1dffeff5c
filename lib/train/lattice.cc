// Scaled forward-backward with all marginals.

#include "train/lattice.h"

#include <algorithm>

#include "base/exp.h"
#include "model/labels.h"
#include "model/model.h"

namespace onym {
namespace {

// The probability after the last token of states that may end a sentence:
// outside and entity ends.
float ClosedSum(const float* forward, uint32_t types) {
  float sum = forward[kOutside];
  for (uint32_t type = 1; type <= types; ++type) {
    sum += forward[LabelOf(type, kEnd)] + forward[LabelOf(type, kSingle)];
  }
  return sum;
}

}  // namespace

Lattice::Lattice(uint32_t types) : types_(types), stride_(LabelStride(types)) {}

void Lattice::SetTransitions(absl::Span<const float> transitions) {
  const TransitionLayout layout(types_);
  for (size_t from = 0; from < 2; ++from) {
    const int source = static_cast<int>(from);
    const auto potential = [&](size_t at) { return Exp(transitions[at]); };
    to_outside_[from] = potential(layout.ToOutside(source));
    for (uint32_t type = 1; type <= types_; ++type) {
      to_begin_[from][type] = potential(layout.ToBegin(source, type));
      to_single_[from][type] = potential(layout.ToSingle(source, type));
      to_inside_[from][type] = potential(layout.ToInside(source, type));
      to_end_[from][type] = potential(layout.ToEnd(source, type));
    }
  }
}

void Lattice::SetPotentials(absl::Span<const float> scores,
                            absl::Span<const LabelSet> allowed) {
  const size_t labels = 4 * (size_t{types_} + 1);
  tokens_ = scores.size() / stride_;
  potentials_.assign(scores.size(), 0.0f);
  for (size_t i = 0; i < tokens_; ++i) {
    const float* score = scores.data() + i * stride_;
    float* potential = potentials_.data() + i * stride_;
    const auto counts = [&](size_t label) {
      return (label == kOutside || label >= 4) &&
             (allowed.empty() || allowed[i].test(label));
    };
    float best = -1e30f;
    for (size_t label = 0; label < labels; ++label) {
      if (counts(label)) best = std::max(best, score[label]);
    }
    for (size_t label = 0; label < labels; ++label) {
      if (counts(label)) potential[label] = Exp(score[label] - best);
    }
  }
}

bool Lattice::Forward() {
  forward_.assign(potentials_.size(), 0.0f);
  norms_.resize(tokens_);
  float outside = 1.0f;
  float end = 0.0f;
  ByType begin = {}, inside = {};
  for (size_t i = 0; i < tokens_; ++i) {
    const float* p = potentials_.data() + i * stride_;
    float* f = forward_.data() + i * stride_;
    f[kOutside] =
        (outside * to_outside_[0] + end * to_outside_[1]) * p[kOutside];
    float sum = f[kOutside];
    for (uint32_t type = 1; type <= types_; ++type) {
      const uint32_t b = LabelOf(type, kBegin);
      f[b] = (outside * to_begin_[0][type] + end * to_begin_[1][type]) * p[b];
      f[b + 1] = (begin[type] * to_inside_[0][type] +
                  inside[type] * to_inside_[1][type]) *
                 p[b + 1];
      f[b + 2] =
          (begin[type] * to_end_[0][type] + inside[type] * to_end_[1][type]) *
          p[b + 2];
      f[b + 3] = (outside * to_single_[0][type] + end * to_single_[1][type]) *
                 p[b + 3];
      sum += (f[b] + f[b + 1]) + (f[b + 2] + f[b + 3]);
    }
    if (sum == 0.0f) return false;
    norms_[i] = std::max(sum, 1e-30f);
    const float inverse = 1.0f / norms_[i];
    outside = f[kOutside] *= inverse;
    end = 0.0f;
    for (uint32_t type = 1; type <= types_; ++type) {
      float* of_type = f + LabelOf(type, kBegin);
      for (int place = 0; place < 4; ++place) of_type[place] *= inverse;
      begin[type] = of_type[kBegin];
      inside[type] = of_type[kInside];
      end += of_type[kEnd] + of_type[kSingle];
    }
  }
  return ClosedSum(forward_.data() + (tokens_ - 1) * stride_, types_) > 0.0f;
}

void Lattice::Backward(Expectations* expectations) {
  const TransitionLayout layout(types_);
  std::vector<float>& counts = expectations->transitions;
  // Probabilities of what follows a token that is labelled so.
  const float* last = forward_.data() + (tokens_ - 1) * stride_;
  float outside = 1.0f / std::max(ClosedSum(last, types_), 1e-30f);
  float end = outside;
  ByType begin = {}, inside = {};
  for (size_t i = tokens_; i-- > 0;) {
    const float* p = potentials_.data() + i * stride_;
    const float* f = forward_.data() + i * stride_;
    float* marginal = expectations->labels.data() + i * stride_;
    marginal[kOutside] = f[kOutside] * outside;
    // The token before, or the outside that sentences start from.
    const float* before = i > 0 ? f - stride_ : nullptr;
    const float from_outside = before != nullptr ? before[kOutside] : 1.0f;
    float from_end = 0.0f;
    for (uint32_t type = 1; before != nullptr && type <= types_; ++type) {
      from_end += before[LabelOf(type, kEnd)] + before[LabelOf(type, kSingle)];
    }
    const float inverse = 1.0f / norms_[i];
    const float to_outside = p[kOutside] * outside * inverse;
    counts[layout.ToOutside(0)] += from_outside * to_outside_[0] * to_outside;
    counts[layout.ToOutside(1)] += from_end * to_outside_[1] * to_outside;
    float next_outside = to_outside_[0] * to_outside;
    float next_end = to_outside_[1] * to_outside;
    for (uint32_t type = 1; type <= types_; ++type) {
      const uint32_t b = LabelOf(type, kBegin);
      marginal[b] = f[b] * begin[type];
      marginal[b + 1] = f[b + 1] * inside[type];
      marginal[b + 2] = f[b + 2] * end;
      marginal[b + 3] = f[b + 3] * end;
      const float to_begin = p[b] * begin[type] * inverse;
      const float to_inside = p[b + 1] * inside[type] * inverse;
      const float to_end = p[b + 2] * end * inverse;
      const float to_single = p[b + 3] * end * inverse;
      counts[layout.ToBegin(0, type)] +=
          from_outside * to_begin_[0][type] * to_begin;
      counts[layout.ToBegin(1, type)] +=
          from_end * to_begin_[1][type] * to_begin;
      counts[layout.ToSingle(0, type)] +=
          from_outside * to_single_[0][type] * to_single;
      counts[layout.ToSingle(1, type)] +=
          from_end * to_single_[1][type] * to_single;
      if (before != nullptr) {
        const float from_begin = before[b];
        const float from_inside = before[b + 1];
        counts[layout.ToInside(0, type)] +=
            from_begin * to_inside_[0][type] * to_inside;
        counts[layout.ToInside(1, type)] +=
            from_inside * to_inside_[1][type] * to_inside;
        counts[layout.ToEnd(0, type)] += from_begin * to_end_[0][type] * to_end;
        counts[layout.ToEnd(1, type)] +=
            from_inside * to_end_[1][type] * to_end;
      }
      next_outside +=
          to_begin_[0][type] * to_begin + to_single_[0][type] * to_single;
      next_end +=
          to_begin_[1][type] * to_begin + to_single_[1][type] * to_single;
      begin[type] = to_inside_[0][type] * to_inside + to_end_[0][type] * to_end;
      inside[type] =
          to_inside_[1][type] * to_inside + to_end_[1][type] * to_end;
    }
    outside = next_outside;
    end = next_end;
  }
}

bool Lattice::Compute(absl::Span<const float> scores,
                      absl::Span<const float> transitions,
                      absl::Span<const LabelSet> allowed,
                      Expectations* expectations) {
  SetTransitions(transitions);
  SetPotentials(scores, allowed);
  expectations->labels.assign(scores.size(), 0.0f);
  expectations->transitions.assign(transitions.size(), 0.0f);
  if (tokens_ == 0) return true;
  if (!Forward()) return false;
  Backward(expectations);
  return true;
}

}  // namespace onym
