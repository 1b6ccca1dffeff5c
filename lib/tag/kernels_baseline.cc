// The kernels for every processor, and the choice between them.

#include "tag/kernels.h"
#include "tag/kernels.inc"

namespace onym {

const Kernels& BaselineKernels() {
  static constexpr Kernels kKernels = {AddFeatures, AddScores, Viterbi,
                                       RunForwardBackward};
  return kKernels;
}

#if !defined(__x86_64__)
const Kernels& Avx2Kernels() { return BaselineKernels(); }
#endif

const Kernels& BestKernels() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return Avx2Kernels();
#endif
  return BaselineKernels();
}

}  // namespace onym
