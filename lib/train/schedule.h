// When a fit prunes its weights, which epochs it averages, and when it ends.

#ifndef ONYM_LIB_TRAIN_SCHEDULE_H_
#define ONYM_LIB_TRAIN_SCHEDULE_H_

namespace onym {

// A fit has two halves: weights are pruned at the end of the first, and the
// model is the average over the epochs of the second. With patience, a half
// also ends once so many epochs in a row brought no better score.
class Schedule final {
 public:
  // At most `epochs` of them; `patience` 0: exactly so many.
  Schedule(int epochs, int patience)
      : epochs_(epochs), patience_(patience), middle_(epochs / 2) {}

  // Says that an epoch is over, and the score of the weights after it.
  void EndEpoch(double score);

  // The epochs so far.
  int epoch() const { return epoch_; }
  // Whether the last epoch is the end of the first half.
  bool is_middle() const { return epoch_ == middle_; }
  // Whether the weights after the last epoch count in the average.
  bool averages() const { return epoch_ > middle_; }
  bool done() const { return epoch_ == epochs_ || lost_patience_; }

 private:
  const int epochs_;
  const int patience_;
  int middle_;
  int epoch_ = 0;
  int waited_ = 0;  // epochs of this half since the best one, or its start
  double best_ = -1.0;
  bool lost_patience_ = false;
};

}  // namespace onym

#endif  // ONYM_LIB_TRAIN_SCHEDULE_H_
