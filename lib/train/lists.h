// Name lists, compiled for the model.

#ifndef ONYM_LIB_TRAIN_LISTS_H_
#define ONYM_LIB_TRAIN_LISTS_H_

#include <vector>

#include "absl/status/statusor.h"
#include "model/writer.h"
#include "train/config.h"

namespace onym {

// Reads the lists, one name a line (empty lines and lines that start with # are
// passed over), and returns their names and the names' beginnings, token by
// token. Names longer than kMaxPhraseTokens tokens are left out.
absl::StatusOr<std::vector<PhraseEntry>> CompileLists(
    const std::vector<ListConfig>& lists);

}  // namespace onym

#endif  // ONYM_LIB_TRAIN_LISTS_H_
