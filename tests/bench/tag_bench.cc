// Speed of the tagger, from bytes to entities, with the default model: tokens
// (items) and bytes a second over all of Texts().

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <thread>

#include "onym/tagger.h"
#include "tests/bench/texts.h"

namespace onym::bench {
namespace {

void SetSpeed(benchmark::State& state, size_t tokens) {
  state.SetItemsProcessed(static_cast<int64_t>(tokens));
  state.SetBytesProcessed(state.iterations() *
                          static_cast<int64_t>(TextBytes()));
}

// One call after the other with the memory of the last one kept. Threads share
// the tagger, and each reads all texts.
void BM_TagWarm(benchmark::State& state) {
  TagScratch scratch;
  Document document;
  size_t tokens = 0;
  for (auto _ : state) {
    for (const std::string& text : Texts()) {
      if (!DefaultTagger().Tag(text, {}, &scratch, &document).ok()) {
        std::abort();
      }
      tokens += document.tokens().size();
    }
  }
  SetSpeed(state, tokens);
}
BENCHMARK(BM_TagWarm);
BENCHMARK(BM_TagWarm)
    ->Name("BM_TagThreads")
    ->UseRealTime()
    ->ThreadRange(
        1, static_cast<int>(std::max(1u, std::thread::hardware_concurrency())));

// Each text with nothing kept from the one before.
void BM_TagCold(benchmark::State& state) {
  size_t tokens = 0;
  for (auto _ : state) {
    for (const std::string& text : Texts()) {
      const auto document = DefaultTagger().Tag(text);
      if (!document.ok()) std::abort();
      tokens += document->tokens().size();
    }
  }
  SetSpeed(state, tokens);
}
BENCHMARK(BM_TagCold);

}  // namespace
}  // namespace onym::bench
