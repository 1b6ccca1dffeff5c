// The kernels for x86-64 processors with AVX2; compiled with -mavx2.

#include "tag/kernels.h"

#if defined(__x86_64__)

#include "tag/kernels.inc"

namespace onym {

const Kernels& Avx2Kernels() {
  static constexpr Kernels kKernels = {AddFeatures, AddScores, Viterbi,
                                       RunForwardBackward};
  return kKernels;
}

}  // namespace onym

#endif
