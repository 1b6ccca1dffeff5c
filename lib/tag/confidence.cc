// Scaled forward-backward over BIOES labels, linear in their number.

#include "tag/confidence.h"

#include <algorithm>

#include "base/exp.h"
#include "tag/labels.h"

namespace onym {
SpanPosterior::SpanPosterior(const Model& model)
    : types_(model.type_count()),
      stride_(LabelStride(types_)),
      factor_(1.0f / (model.scale() * model.temperature())) {
  const TransitionLayout layout(types_);
  const auto weight = [&](size_t index) {
    return Exp(static_cast<float>(model.transitions()[index]) *
                       factor_);
  };
  for (size_t from = 0; from < 2; ++from) {
    const int source = static_cast<int>(from);
    to_outside_[from] = weight(layout.ToOutside(source));
    for (uint32_t type = 1; type <= types_; ++type) {
      to_begin_[from][type] = weight(layout.ToBegin(source, type));
      to_single_[from][type] = weight(layout.ToSingle(source, type));
      to_inside_[from][type] = weight(layout.ToInside(source, type));
      to_end_[from][type] = weight(layout.ToEnd(source, type));
    }
  }
}

void SpanPosterior::SetSentence(absl::Span<const int16_t> scores) {
  tokens_ = scores.size() / stride_;
  const size_t labels = 4 * (size_t{types_} + 1);
  potentials_.resize(scores.size());
  for (size_t i = 0; i < tokens_; ++i) {
    const int16_t* score = scores.data() + i * stride_;
    float* potential = potentials_.data() + i * stride_;
    int16_t best = score[0];
    for (size_t label = 4; label < labels; ++label) {
      best = std::max(best, score[label]);
    }
    for (size_t label = 0; label < labels; ++label) {
      potential[label] =
          Exp(static_cast<float>(std::min(score[label] - best, 0)) * factor_);
    }
  }
  Forward();
  Backward();
}

void SpanPosterior::Forward() {
  forward_.resize(potentials_.size());
  norms_.resize(tokens_);
  float outside = 1.0f;  // of the token before
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
      f[b + 2] = (begin[type] * to_end_[0][type] +
                  inside[type] * to_end_[1][type]) *
                 p[b + 2];
      f[b + 3] =
          (outside * to_single_[0][type] + end * to_single_[1][type]) *
          p[b + 3];
      sum += (f[b] + f[b + 1]) + (f[b + 2] + f[b + 3]);
    }
    // Extreme weights may leave nothing to divide.
    const float norm = std::max(sum, 1e-30f);
    norms_[i] = norm;
    const float inverse = 1.0f / norm;
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
}

void SpanPosterior::Backward() {
  end_backward_.resize(tokens_);
  // Nothing may stay open at the end of the sentence. The forward sum counted
  // open entities, so the end's weight is one over what is closed.
  float outside = 1.0f, end = 1.0f;
  if (tokens_ > 0) {
    const float* last = forward_.data() + (tokens_ - 1) * stride_;
    float closed = last[kOutside];
    for (uint32_t type = 1; type <= types_; ++type) {
      closed += last[LabelOf(type, kEnd)] + last[LabelOf(type, kSingle)];
    }
    outside = end = 1.0f / std::max(closed, 1e-30f);
  }
  ByType begin = {}, inside = {};
  for (size_t i = tokens_; i-- > 0;) {
    end_backward_[i] = end;
    if (i == 0) break;
    const float* p = potentials_.data() + i * stride_;
    const float inverse = 1.0f / norms_[i];
    const float next_outside = p[kOutside] * outside * inverse;
    float from_outside = to_outside_[0] * next_outside;
    float from_end = to_outside_[1] * next_outside;
    for (uint32_t type = 1; type <= types_; ++type) {
      const uint32_t b = LabelOf(type, kBegin);
      const float next_begin = p[b] * begin[type] * inverse;
      const float next_inside = p[b + 1] * inside[type] * inverse;
      const float next_end = p[b + 2] * end * inverse;
      const float next_single = p[b + 3] * end * inverse;
      from_outside += to_begin_[0][type] * next_begin +
                      to_single_[0][type] * next_single;
      from_end += to_begin_[1][type] * next_begin +
                  to_single_[1][type] * next_single;
      begin[type] = to_inside_[0][type] * next_inside +
                    to_end_[0][type] * next_end;
      inside[type] = to_inside_[1][type] * next_inside +
                     to_end_[1][type] * next_end;
    }
    outside = from_outside;
    end = from_end;
  }
}

float SpanPosterior::Of(size_t first, size_t end, uint32_t type) const {
  const size_t last = end - 1;
  float probability;
  if (first == last) {
    probability = forward_[first * stride_ + LabelOf(type, kSingle)];
  } else {
    probability = forward_[first * stride_ + LabelOf(type, kBegin)];
    for (size_t i = first + 1; i <= last; ++i) {
      const int from = i == first + 1 ? 0 : 1;
      const Place place = i == last ? kEnd : kInside;
      const ByType& transition =
          (place == kEnd ? to_end_ : to_inside_)[static_cast<size_t>(from)];
      probability *= transition[type] *
                     potentials_[i * stride_ + LabelOf(type, place)] /
                     norms_[i];
    }
  }
  probability *= end_backward_[last];
  return std::min(std::max(probability, 0.0f), 1.0f);
}

}  // namespace onym
