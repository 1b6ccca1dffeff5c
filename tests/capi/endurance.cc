// Runs one tagger on eight threads for long: the results must stay the same and
// the memory must not grow. Prints how much that is as it goes. Usage:
//
//   capi_endurance ROUNDS FILE...
//
// The test runs a few rounds, which show a leak of one block a call; thousands
// take minutes.

#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "onym/onym.h"

namespace {

constexpr int kThreads = 8;
// How often a thread tags every text in one round.
constexpr int kRepeats = 5;
// What may be added after the warm-up: to the allocated memory almost nothing,
// to the resident memory the lumps in which the allocator takes it.
constexpr long kMostAllocated = 64 << 10;
constexpr long kMostResident = 16 << 20;

// Ends the program if something is not as it must be.
void Require(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "not so: %s\n", what);
  std::exit(1);
}

// The texts: each file, and each of its lines by itself.
std::vector<std::string> ReadTexts(int count, char** paths) {
  std::vector<std::string> texts;
  for (int i = 0; i < count; ++i) {
    std::ifstream file(paths[i], std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    Require(!text.empty(), "every file holds a text");
    texts.push_back(text);
    for (size_t begin = 0; begin < text.size();) {
      const size_t end = std::min(text.find('\n', begin), text.size());
      texts.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return texts;
}

// A number that tells documents apart: of all arrays, bit for bit.
size_t Fingerprint(const onym_document* document) {
  const auto hash = [](const void* array, size_t size) {
    return std::hash<std::string_view>()(
        {static_cast<const char*>(array), size});
  };
  size_t count = 0;
  const onym_token* tokens = onym_document_tokens(document, &count);
  size_t result = hash(tokens, count * sizeof(*tokens));
  const onym_sentence* sentences = onym_document_sentences(document, &count);
  result = result * 31 + hash(sentences, count * sizeof(*sentences));
  const onym_entity* entities = onym_document_entities(document, &count);
  return result * 31 + hash(entities, count * sizeof(*entities));
}

// The resident memory of the process in bytes.
long ResidentMemory() {
  long total = 0;
  long resident = 0;
  std::FILE* file = std::fopen("/proc/self/statm", "r");
  Require(
      file != nullptr && std::fscanf(file, "%ld %ld", &total, &resident) == 2,
      "the system tells how much memory is in use");
  std::fclose(file);
  return resident * sysconf(_SC_PAGESIZE);
}

// The bytes that were allocated and not freed, where the C library tells.
long AllocatedMemory() {
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)
  const struct mallinfo2 info = mallinfo2();
  return static_cast<long>(info.uordblks + info.hblkhd);
#else
  return 0;
#endif
}

// What the rounds work with.
class Endurance {
 public:
  explicit Endurance(std::vector<std::string> texts)
      : texts_(std::move(texts)), scratches_(kThreads) {
    Require(onym_tagger_open_default(&tagger_, nullptr) == ONYM_OK,
            "there is a model");
    Require(onym_options_new(&options_, nullptr) == ONYM_OK &&
                onym_options_set_int(options_, ONYM_OPTION_THREADS, kThreads,
                                     nullptr) == ONYM_OK,
            "there are options");
    for (onym_scratch*& scratch : scratches_) {
      Require(onym_scratch_new(&scratch, nullptr) == ONYM_OK,
              "there is working memory");
    }
    for (const std::string& text : texts_) {
      batch_.push_back({text.data(), text.size()});
      expected_.push_back(TagOnce(text, nullptr));
    }
  }

  ~Endurance() {
    for (onym_scratch* scratch : scratches_) onym_scratch_free(scratch);
    onym_options_free(options_);
    onym_tagger_free(tagger_);
  }

  // Tags every text on every thread, then all as a batch.
  void Round() {
    std::vector<std::thread> threads;
    for (onym_scratch* scratch : scratches_) {
      threads.emplace_back([this, scratch] {
        for (int i = 0; i < kRepeats; ++i) TagAll(scratch);
      });
    }
    for (std::thread& thread : threads) thread.join();
    std::vector<onym_document*> documents(batch_.size());
    Require(
        onym_tagger_tag_batch(tagger_, batch_.data(), batch_.size(), options_,
                              documents.data(), nullptr) == ONYM_OK,
        "a batch succeeds");
    for (size_t i = 0; i < documents.size(); ++i) {
      Require(Fingerprint(documents[i]) == expected_[i],
              "batches are the same");
      onym_document_free(documents[i]);
    }
  }

 private:
  size_t TagOnce(const std::string& text, onym_scratch* scratch) const {
    onym_document* document = nullptr;
    Require(onym_tagger_tag(tagger_, text.data(), text.size(), options_,
                            scratch, &document, nullptr) == ONYM_OK,
            "a text is tagged");
    const size_t result = Fingerprint(document);
    onym_document_free(document);
    return result;
  }

  void TagAll(onym_scratch* scratch) const {
    for (size_t i = 0; i < texts_.size(); ++i) {
      Require(TagOnce(texts_[i], scratch) == expected_[i],
              "results are the same");
    }
    // A failure must not leave anything behind either.
    onym_error* error = nullptr;
    onym_document* document = nullptr;
    Require(onym_tagger_tag(tagger_, nullptr, 1, options_, scratch, &document,
                            &error) == ONYM_INVALID_ARGUMENT,
            "a wrong text is refused");
    onym_error_free(error);
  }

  const std::vector<std::string> texts_;
  std::vector<onym_text> batch_;
  std::vector<size_t> expected_;
  onym_tagger* tagger_ = nullptr;
  onym_options* options_ = nullptr;
  std::vector<onym_scratch*> scratches_;
};

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 2 ? std::atoi(argv[1]) : 0;
  if (rounds < 4) {
    std::fprintf(stderr, "usage: %s ROUNDS FILE... (4 rounds or more)\n",
                 argv[0]);
    return 2;
  }
  Endurance endurance(ReadTexts(argc - 2, argv + 2));
  // The first half warms up.
  long resident[2] = {0, 0};
  long allocated[2] = {0, 0};
  for (int i = 0; i < rounds; ++i) {
    endurance.Round();
    const int half = i < rounds / 2 ? 0 : 1;
    resident[half] = std::max(resident[half], ResidentMemory());
    allocated[half] = std::max(allocated[half], AllocatedMemory());
    if (i % std::max(1, rounds / 10) == 0) {
      std::printf("round %d: %ld bytes resident, %ld allocated\n", i,
                  ResidentMemory(), AllocatedMemory());
      std::fflush(stdout);
    }
  }
  std::printf("at most: %ld, then %ld resident; %ld, then %ld allocated\n",
              resident[0], resident[1], allocated[0], allocated[1]);
  Require(resident[1] - resident[0] <= kMostResident &&
              allocated[1] - allocated[0] <= kMostAllocated,
          "memory does not grow");
  return 0;
}
