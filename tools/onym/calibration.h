// How well the confidences of entities tell how often they are right.

#ifndef ONYM_TOOLS_ONYM_CALIBRATION_H_
#define ONYM_TOOLS_ONYM_CALIBRATION_H_

#include <cstddef>
#include <string>
#include <vector>

namespace onym::tool {

class Calibration final {
 public:
  // Adds a found entity.
  void Add(float confidence, bool right) {
    entities_.push_back({confidence, right});
  }

  // The expected calibration error (Naeini et al. 2015): the difference of mean
  // confidence and share of right entities in each of 15 bins of equal width,
  // averaged over the entities; 0 if there are none.
  double Error() const;

  // The share of right ones, in percent, among the `coverage` (0 to 1) of the
  // entities that have the highest confidence; 0 if there are none.
  double PrecisionAt(double coverage) const;

  // Both as a table for people: the error, and a risk-coverage curve.
  std::string Table() const;

 private:
  struct Judged {
    float confidence;
    bool right;
  };
  std::vector<Judged> entities_;
};

}  // namespace onym::tool

#endif  // ONYM_TOOLS_ONYM_CALIBRATION_H_
