// From trained weights to the small integers of a model file.

#ifndef ONYM_LIB_TRAIN_EXPORTER_H_
#define ONYM_LIB_TRAIN_EXPORTER_H_

#include <vector>

#include "model/writer.h"
#include "train/parameters.h"

namespace onym {

// Takes all weights from `parameters` that ExportFeatures with the same
// arguments would leave out, so that training can go on with the rest.
void Prune(uint32_t domain, uint32_t domain_count, float scale, size_t max_rows,
           Parameters* parameters);

// Rounds the weights to integers of 1 / scale and keeps the `max_rows` features
// with the largest ones. A feature's weights are its common ones plus those of
// `domain`, one of 1 to `domain_count`; nothing else of the domains is kept.
// Small weights are dropped.
std::vector<FeatureRow> ExportFeatures(const Parameters& parameters,
                                       uint32_t domain, uint32_t domain_count,
                                       float scale, size_t max_rows);

// The same for transition weights.
std::vector<int16_t> ExportTransitions(const std::vector<float>& transitions,
                                       float scale);

}  // namespace onym

#endif  // ONYM_LIB_TRAIN_EXPORTER_H_
