// The development corpora, and how well weights in training do on them.

#ifndef ONYM_LIB_TRAIN_DEV_SET_H_
#define ONYM_LIB_TRAIN_DEV_SET_H_

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "train/corpus.h"
#include "train/encoder.h"
#include "train/optimizer.h"
#include "train/parameters.h"

namespace onym {

// How entities compare with a gold annotation; right ones have its exact spans
// and types.
struct Tally {
  size_t gold = 0;
  size_t found = 0;
  size_t right = 0;

  // In percent.
  double F1() const {
    return 200.0 * static_cast<double>(right) /
           static_cast<double>(std::max<size_t>(gold + found, 1));
  }
};

Tally Sum(absl::Span<const Tally> tallies);

// Such as ", F1 91.20, F1 85.00"; empty if there are none.
std::string Describe(absl::Span<const Tally> tallies);

class DevSet final {
 public:
  void Add(Corpus corpus) { corpora_.push_back({std::move(corpus), {}}); }

  // Looks up the features of all corpora. Before Score.
  void Encode(const Parameters& parameters, FeatureEncoder* encoder);

  // What a first stage of `types` types finds in each corpus under its current
  // weights.
  std::vector<Tally> Score(uint32_t types, Optimizer* optimizer) const;

 private:
  struct EncodedCorpus {
    Corpus corpus;
    std::vector<std::vector<EncodedSentence>> documents;
  };
  std::vector<EncodedCorpus> corpora_;
};

}  // namespace onym

#endif  // ONYM_LIB_TRAIN_DEV_SET_H_
