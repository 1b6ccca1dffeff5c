// Speed of the tokenizer and the sentence splitter beside ICU's word iterator,
// in bytes a second. Both sides see the same bytes.

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <string>
#include <vector>

#include "onym/offsets.h"
#include "onym/tokenizer.h"
#include "tests/bench/texts.h"

namespace {

constexpr size_t kTextBytes = 1 << 20;

// All texts, over and over, so that one takes a measurable time.
const std::string& Text() {
  static const std::string* const text = [] {
    auto* all = new std::string;
    while (all->size() < kTextBytes) {
      for (const std::string& each : onym::bench::Texts())
        *all += each + "\n\n";
    }
    return all;
  }();
  return *text;
}

void SetBytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(Text().size()));
}

void BM_OnymTokenize(benchmark::State& state) {
  std::vector<onym::Token> tokens;
  for (auto _ : state) {
    if (!onym::Tokenizer().Tokenize(Text(), &tokens).ok()) {
      state.SkipWithError("not tokenized");
    }
    benchmark::DoNotOptimize(tokens.data());
  }
  state.counters["tokens"] = static_cast<double>(tokens.size());
  SetBytes(state);
}
BENCHMARK(BM_OnymTokenize);

void BM_OnymTokenizeAndSplit(benchmark::State& state) {
  std::vector<onym::Token> tokens;
  std::vector<onym::Sentence> sentences;
  for (auto _ : state) {
    if (!onym::Tokenizer().Tokenize(Text(), &tokens).ok()) {
      state.SkipWithError("not tokenized");
    }
    onym::SentenceSplitter().Split(Text(), tokens, &sentences);
    benchmark::DoNotOptimize(sentences.data());
  }
  state.counters["sentences"] = static_cast<double>(sentences.size());
  SetBytes(state);
}
BENCHMARK(BM_OnymTokenizeAndSplit);

// The iterator reads the same UTF-8 through a UText; a text that is UTF-16
// already would spare it the conversion, so both are measured.
void BM_IcuWordsUtf8(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(),
                                             status));
  for (auto _ : state) {
    UText* source = utext_openUTF8(
        nullptr, Text().data(), static_cast<int64_t>(Text().size()), &status);
    words->setText(source, status);
    int64_t count = 0;
    while (words->next() != icu::BreakIterator::DONE) ++count;
    benchmark::DoNotOptimize(count);
    utext_close(source);
  }
  if (U_FAILURE(status)) state.SkipWithError(u_errorName(status));
  SetBytes(state);
}
BENCHMARK(BM_IcuWordsUtf8);

void BM_IcuWordsUtf16(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(),
                                             status));
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(Text());
  for (auto _ : state) {
    words->setText(text);
    int64_t count = 0;
    while (words->next() != icu::BreakIterator::DONE) ++count;
    benchmark::DoNotOptimize(count);
  }
  if (U_FAILURE(status)) state.SkipWithError(u_errorName(status));
  SetBytes(state);
}
BENCHMARK(BM_IcuWordsUtf16);

void BM_OnymOffsetsToUtf16(benchmark::State& state) {
  std::vector<onym::Token> tokens;
  if (!onym::Tokenizer().Tokenize(Text(), &tokens).ok()) {
    state.SkipWithError("not tokenized");
  }
  for (auto _ : state) {
    onym::OffsetMap map(Text());
    size_t sum = 0;
    for (const onym::Token& token : tokens) {
      sum += map.Convert(token.begin, onym::OffsetUnit::kByte,
                         onym::OffsetUnit::kUtf16);
    }
    benchmark::DoNotOptimize(sum);
  }
  SetBytes(state);
}
BENCHMARK(BM_OnymOffsetsToUtf16);

}  // namespace
