// The texts that the benchmarks of the tagger read.

#ifndef ONYM_TESTS_BENCH_TEXTS_H_
#define ONYM_TESTS_BENCH_TEXTS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "onym/tagger.h"

namespace onym::bench {

// The variable ONYM_BENCH_TEXT of the environment names a file with a text, a
// folder of such files, or a file *.jsonl of the kind that `onym eval` reads;
// without it the only text is examples/talks.txt. Read once; ends the program
// with a message if a file cannot be read or there is no text.
const std::vector<std::string>& Texts();

// Their bytes.
size_t TextBytes();

// The model that is built in, opened once.
const Tagger& DefaultTagger();

}  // namespace onym::bench

#endif  // ONYM_TESTS_BENCH_TEXTS_H_
