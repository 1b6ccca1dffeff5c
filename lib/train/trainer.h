// Training of the tagger.

#ifndef ONYM_LIB_TRAIN_TRAINER_H_
#define ONYM_LIB_TRAIN_TRAINER_H_

#include <functional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "train/config.h"

namespace onym {

// Trains a model and returns the bytes of its file. Calls log(line) with a line
// of progress now and then. The same configuration and files give the same
// bytes. Fails with the error of the first file that cannot be read, or
// kInvalidArgument if the configuration makes no sense.
absl::StatusOr<std::string> TrainModel(
    const TrainConfig& config,
    const std::function<void(std::string_view)>& log);

}  // namespace onym

#endif  // ONYM_LIB_TRAIN_TRAINER_H_
