// How long a training run will go on.

#ifndef ONYM_LIB_TRAIN_TIME_LEFT_H_
#define ONYM_LIB_TRAIN_TIME_LEFT_H_

#include <atomic>
#include <cstdint>
#include <string>

namespace onym {

// Counts the steps of all fits; they may be of several threads.
class TimeLeft final {
 public:
  explicit TimeLeft(uint64_t steps) : left_(steps) {}

  void Step() {
    done_.fetch_add(1, std::memory_order_relaxed);
    left_.fetch_sub(1, std::memory_order_relaxed);
  }
  // Says that so many steps will not be made.
  void Skip(uint64_t steps) { left_ -= steps; }

  // What is left if the steps so far took `seconds`, such as "40 s left".
  std::string After(double seconds) const;

 private:
  std::atomic<uint64_t> done_ = 0;
  std::atomic<uint64_t> left_;
};

}  // namespace onym

#endif  // ONYM_LIB_TRAIN_TIME_LEFT_H_
