// The exponential function, the same on every machine: the C library's own
// differs between versions and processors in the last bit.

#ifndef ONYM_LIB_BASE_EXP_H_
#define ONYM_LIB_BASE_EXP_H_

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace onym {

// e^x, relatively within 4e-7 for |x| <= 4 and 4e-6 for the rest; x is clamped
// to [-80, 80]. Plain IEEE single precision in a fixed order.
inline float Exp(float x) {
  x = std::min(std::max(x, -80.0f), 80.0f);
  const float t = x * 1.44269504f;  // log2(e)
  // Truncation of a number made positive rounds to the nearest.
  const int32_t whole = static_cast<int32_t>(t + 128.5f) - 128;
  const float r = (t - static_cast<float>(whole)) * 0.69314718f;
  // Taylor's series is precise enough on [-0.35, 0.35].
  const float p =
      1.0f +
      r * (1.0f +
           r * (0.5f + r * (0.16666667f +
                            r * (0.041666667f +
                                 r * (0.0083333333f + r * 0.0013888889f)))));
  const int32_t bits = (whole + 127) << 23;
  float power;
  std::memcpy(&power, &bits, sizeof(power));
  return p * power;
}

}  // namespace onym

#endif  // ONYM_LIB_BASE_EXP_H_
