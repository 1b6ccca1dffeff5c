// Patience with the scores of epochs.

#include "train/schedule.h"

namespace onym {

void Schedule::EndEpoch(double score) {
  ++epoch_;
  ++waited_;
  if (score > best_) {
    best_ = score;
    waited_ = 0;
  }
  if (patience_ > 0 && waited_ >= patience_) {
    if (epoch_ < middle_) {
      middle_ = epoch_;
    } else if (epoch_ > middle_) {
      lost_patience_ = true;
    }
  }
  if (is_middle()) waited_ = 0;
}

}  // namespace onym
