// Speed of the tagger, from bytes to entities, with the default model. Set
// ONYM_BENCH_TEXT to a file for a text of your own; examples/talks.txt else.
// ICU's word iterator runs over the same text, so that ratios can be quoted.

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "onym/tagger.h"

namespace {

const std::string& Text() {
  static const std::string* const text = [] {
    const char* path = std::getenv("ONYM_BENCH_TEXT");
    std::ifstream file(path != nullptr && *path != 0 ? path
                                                     : ONYM_SOURCE_DIR
                           "/examples/talks.txt",
                       std::ios::binary);
    return new std::string((std::istreambuf_iterator<char>(file)),
                           std::istreambuf_iterator<char>());
  }();
  return *text;
}

const onym::Tagger& Tagger() {
  static const onym::Tagger* const tagger = [] {
    auto opened = onym::Tagger::Default();
    if (!opened.ok()) std::abort();
    return new onym::Tagger(*std::move(opened));
  }();
  return *tagger;
}

void BM_Open(benchmark::State& state) {
  for (auto _ : state) {
    auto tagger = onym::Tagger::Default();
    benchmark::DoNotOptimize(tagger);
  }
}
BENCHMARK(BM_Open);

// One call after the other with the memory of the last one kept.
void BM_Tag(benchmark::State& state) {
  onym::TagScratch scratch;
  onym::Document document;
  int64_t tokens = 0;
  for (auto _ : state) {
    if (!Tagger().Tag(Text(), {}, &scratch, &document).ok()) std::abort();
    tokens += static_cast<int64_t>(document.tokens().size());
  }
  state.SetItemsProcessed(tokens);
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(Text().size()));
}
BENCHMARK(BM_Tag);

// A first call, with nothing kept.
void BM_TagCold(benchmark::State& state) {
  int64_t tokens = 0;
  for (auto _ : state) {
    const auto document = Tagger().Tag(Text());
    if (!document.ok()) std::abort();
    tokens += static_cast<int64_t>(document->tokens().size());
  }
  state.SetItemsProcessed(tokens);
}
BENCHMARK(BM_TagCold);

void BM_TagSentence(benchmark::State& state) {
  onym::TagScratch scratch;
  onym::Document document;
  const std::string sentence =
      "Finnish President Sauli Halonen will visit Lisbon on the 14th to sign "
      "the Nordic Fisheries Treaty, the Ministry of Trade said on Tuesday.";
  for (auto _ : state) {
    if (!Tagger().Tag(sentence, {}, &scratch, &document).ok()) std::abort();
    benchmark::DoNotOptimize(document);
  }
}
BENCHMARK(BM_TagSentence);

void BM_IcuWords(benchmark::State& state) {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), error));
  UText* utext = utext_openUTF8(nullptr, Text().data(),
                                static_cast<int64_t>(Text().size()), &error);
  for (auto _ : state) {
    words->setText(utext, error);
    int64_t breaks = 0;
    while (words->next() != icu::BreakIterator::DONE) ++breaks;
    benchmark::DoNotOptimize(breaks);
  }
  utext_close(utext);
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(Text().size()));
}
BENCHMARK(BM_IcuWords);

}  // namespace

BENCHMARK_MAIN();
