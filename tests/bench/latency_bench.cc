// How long a caller waits who has little: to open the built-in model, and for
// one sentence.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "onym/tagger.h"
#include "onym/tokenizer.h"
#include "tests/bench/texts.h"

namespace onym::bench {
namespace {

void BM_Open(benchmark::State& state) {
  for (auto _ : state) {
    auto tagger = Tagger::Default();
    if (!tagger.ok()) std::abort();
    benchmark::DoNotOptimize(tagger);
  }
}
BENCHMARK(BM_Open)->Unit(benchmark::kMicrosecond);

std::vector<std::string_view> SentencesOfTexts() {
  std::vector<std::string_view> found;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  for (const std::string& text : Texts()) {
    if (!Tokenizer().Tokenize(text, &tokens).ok()) std::abort();
    SentenceSplitter().Split(text, tokens, &sentences);
    for (const Sentence& sentence : sentences) {
      found.push_back(std::string_view(text).substr(
          sentence.begin, sentence.end - sentence.begin));
    }
  }
  return found;
}

// The value that `share` of `values` is below.
double Percentile(std::vector<double>* values, double share) {
  const auto place =
      values->begin() +
      static_cast<int64_t>(share * static_cast<double>(values->size() - 1));
  std::nth_element(values->begin(), place, values->end());
  return *place;
}

// Each sentence of the texts by itself, in turn, by a warm caller.
void BM_TagSentence(benchmark::State& state) {
  using Clock = std::chrono::steady_clock;
  const std::vector<std::string_view> sentences = SentencesOfTexts();
  TagScratch scratch;
  Document document;
  std::vector<double> microseconds;
  size_t next = 0;
  for (auto _ : state) {
    const Clock::time_point start = Clock::now();
    if (!DefaultTagger().Tag(sentences[next], {}, &scratch, &document).ok()) {
      std::abort();
    }
    microseconds.push_back(
        std::chrono::duration<double, std::micro>(Clock::now() - start)
            .count());
    next = next + 1 < sentences.size() ? next + 1 : 0;
  }
  state.counters["p50_us"] = Percentile(&microseconds, 0.50);
  state.counters["p99_us"] = Percentile(&microseconds, 0.99);
  state.counters["sentences"] = static_cast<double>(sentences.size());
}
BENCHMARK(BM_TagSentence)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace onym::bench
