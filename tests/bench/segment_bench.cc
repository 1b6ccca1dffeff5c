// Speed of the tokenizer and the sentence splitter beside ICU's word iterator,
// in bytes a second. ONYM_BENCH_TEXT names a file to read instead of the text
// below; both sides see the same bytes.

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "onym/offsets.h"
#include "onym/tokenizer.h"

namespace {

constexpr size_t kTextBytes = 1 << 20;

constexpr char kArticle[] =
    "RIVERTON \u2014 The city council voted 7-2 on Tuesday to spend $4.3 "
    "million on a new bridge across the Alder, ending a dispute that began in "
    "March 2016, when Mayor Ann J. Whitlow's predecessor closed the old one. "
    "\u201cWe've waited long enough,\u201d she told reporters at City Hall, "
    "\u201cand the people on the east side can't wait any longer.\u201d\n\n"
    "Work is expected to begin on June 3, 2021, and to take about 18 months, "
    "according to Dr. Tom\u00e1s Herrera of the Dept. of Public Works. Local "
    "shop owners, who lost 30% of their trade last year, welcomed the vote; "
    "some residents didn't. \"It's a well-known fact that the road can't carry "
    "the traffic,\" said R. K. Osei, who runs a cafe near the river. \"Where "
    "will the lorries go?\"\n\n"
    "The plan, published at https://www.riverton.example/bridge, was drawn up "
    "by Halden & Sons Ltd. after a 90-page study by the U.S. Geological Survey "
    "in the 1990s. Questions may be sent to works@riverton.example by 5 p.m. "
    "on Friday.\n\n";

const std::string& Text() {
  static const std::string* const text = [] {
    std::string seed = kArticle;
    if (const char* path = std::getenv("ONYM_BENCH_TEXT")) {
      std::ifstream file(path, std::ios::binary);
      std::string bytes((std::istreambuf_iterator<char>(file)),
                        std::istreambuf_iterator<char>());
      if (!bytes.empty()) seed = bytes;
    }
    auto* all = new std::string;
    while (all->size() < kTextBytes) *all += seed;
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

BENCHMARK_MAIN();
