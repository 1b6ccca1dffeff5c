// What a call of the C interface costs over the C++ call that it wraps, on one
// article. Prints the median time of both and their ratio. The two alternate,
// so that whatever else runs on the machine hits both alike. Usage:
// onym_capi_overhead FILE [ROUNDS]

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "onym/onym.h"
#include "onym/tagger.h"

namespace {

using Clock = std::chrono::steady_clock;

double MicrosecondsSince(Clock::time_point start) {
  return std::chrono::duration<double, std::micro>(Clock::now() - start)
      .count();
}

// The value that a tenth of `values` is below.
double Decile(std::vector<double> values) {
  const auto place = values.begin() + values.size() / 10;
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

// Tags `text` in C++, reads every entity and frees the document; returns the
// microseconds.
double TimeCpp(const onym::Tagger& tagger, onym::TagScratch* scratch,
               const std::string& text, size_t* sum) {
  const Clock::time_point start = Clock::now();
  {
    onym::Document document;
    if (!tagger.Tag(text, {}, scratch, &document).ok()) std::exit(1);
    for (const onym::Entity& entity : document.entities()) *sum += entity.end;
  }
  return MicrosecondsSince(start);
}

// The same in C.
double TimeC(const onym_tagger* tagger, onym_scratch* scratch,
             const std::string& text, size_t* sum) {
  const Clock::time_point start = Clock::now();
  onym_document* document = nullptr;
  if (onym_tagger_tag(tagger, text.data(), text.size(), nullptr, scratch,
                      &document, nullptr) != ONYM_OK) {
    std::exit(1);
  }
  size_t count = 0;
  const onym_entity* entities = onym_document_entities(document, &count);
  for (size_t i = 0; i < count; ++i) *sum += entities[i].end;
  onym_document_free(document);
  return MicrosecondsSince(start);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: %s FILE [ROUNDS]\n", argv[0]);
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const int rounds = argc > 2 ? std::max(1, std::atoi(argv[2])) : 2000;

  absl::StatusOr<onym::Tagger> tagger = onym::Tagger::Default();
  onym_tagger* c_tagger = nullptr;
  onym_scratch* c_scratch = nullptr;
  if (!tagger.ok() || onym_tagger_open_default(&c_tagger, nullptr) != ONYM_OK ||
      onym_scratch_new(&c_scratch, nullptr) != ONYM_OK) {
    std::fprintf(stderr, "no default model\n");
    return 1;
  }
  onym::TagScratch scratch;
  size_t cpp_sum = 0;
  size_t c_sum = 0;
  std::vector<double> cpp;
  std::vector<double> c;
  for (int i = 0; i < rounds; ++i) {
    // Who goes first changes, too.
    if (i % 2 == 0) cpp.push_back(TimeCpp(*tagger, &scratch, text, &cpp_sum));
    c.push_back(TimeC(c_tagger, c_scratch, text, &c_sum));
    if (i % 2 == 1) cpp.push_back(TimeCpp(*tagger, &scratch, text, &cpp_sum));
  }
  onym_scratch_free(c_scratch);
  onym_tagger_free(c_tagger);
  if (cpp_sum != c_sum) {
    std::fprintf(stderr, "C and C++ differ\n");
    return 1;
  }
  std::printf("%zu bytes: C++ %.1f us, C %.1f us, C/C++ %.4f\n", text.size(),
              Decile(cpp), Decile(c), Decile(c) / Decile(cpp));
  return 0;
}
