// The peak of resident memory of a process that opens the built-in model and
// tags one text of 1 MB. A program of its own, because a peak never goes down
// again: what ran before in the same process would be in it.

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <cstdlib>
#include <string>

#include "onym/tagger.h"
#include "tests/bench/texts.h"

namespace onym::bench {
namespace {

constexpr size_t kTextBytes = 1000000;

double PeakMegabytes() {
  rusage usage = {};
  if (getrusage(RUSAGE_SELF, &usage) != 0) std::abort();
  return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

// As many of the texts as fill 1 MB, from the first again if there are fewer.
// Built piece by piece: a buffer that is moved would count twice in the peak.
std::string Megabyte() {
  std::string text;
  text.reserve(kTextBytes);
  for (size_t i = 0; text.size() < kTextBytes; ++i) {
    const std::string& next = Texts()[i % Texts().size()];
    text.append(next, 0, kTextBytes - text.size());
    if (text.size() + 2 <= kTextBytes) text += "\n\n";
  }
  return text;
}

void BM_TagMegabyte(benchmark::State& state) {
  const std::string text = Megabyte();
  state.counters["before_MB"] = PeakMegabytes();
  for (auto _ : state) {
    const auto document = DefaultTagger().Tag(text);
    if (!document.ok()) std::abort();
    state.counters["tokens"] = static_cast<double>(document->tokens().size());
  }
  state.counters["peak_MB"] = PeakMegabytes();
}
BENCHMARK(BM_TagMegabyte)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace onym::bench
