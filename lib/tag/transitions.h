// Transition weights in the form that the kernels read.

#ifndef ONYM_LIB_TAG_TRANSITIONS_H_
#define ONYM_LIB_TAG_TRANSITIONS_H_

#include <cstdint>

#include "model/model.h"
#include "tag/kernels.h"

namespace onym {

// `weights` are those of TransitionLayout(types).
LabelTransitions<int16_t> SpreadTransitions(absl::Span<const int16_t> weights,
                                            uint32_t types);

// e^(weight * factor) of each weight, 0 for what is ruled out.
LabelTransitions<float> SpreadPotentials(absl::Span<const int16_t> weights,
                                         uint32_t types, float factor);

}  // namespace onym

#endif  // ONYM_LIB_TAG_TRANSITIONS_H_
