// What the C interface does when memory runs out, and what its objects owe each
// other. The program replaces operator new, which the shared library then uses
// as well, and lets each allocation of each call fail in turn.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <limits>
#include <new>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "onym/onym.h"

namespace {

constexpr int64_t kNever = std::numeric_limits<int64_t>::max();

// How many allocations succeed before one fails, and whether all later ones
// fail, too.
std::atomic<int64_t> g_successes_left{kNever};
std::atomic<bool> g_fail_for_good{false};
// What happened.
std::atomic<int64_t> g_failures{0};
std::atomic<int64_t> g_live_blocks{0};

bool MayAllocate() {
  if (g_successes_left == kNever) return true;
  const int64_t left = g_successes_left--;
  if (left > 0 || (left < 0 && !g_fail_for_good)) return true;
  ++g_failures;
  return false;
}

void* Allocate(size_t size, size_t alignment) noexcept {
  if (!MayAllocate()) return nullptr;
  size = std::max<size_t>((size + alignment - 1) / alignment * alignment,
                          alignment);
  void* block = std::aligned_alloc(alignment, size);
  if (block != nullptr) ++g_live_blocks;
  return block;
}

void Free(void* block) noexcept {
  if (block != nullptr) --g_live_blocks;
  std::free(block);
}

void* AllocateOrThrow(size_t size, size_t alignment) {
  void* block = Allocate(size, alignment);
  if (block == nullptr) throw std::bad_alloc();
  return block;
}

constexpr size_t kUsual = alignof(std::max_align_t);

}  // namespace

void* operator new(size_t size) { return AllocateOrThrow(size, kUsual); }
void* operator new[](size_t size) { return AllocateOrThrow(size, kUsual); }
void* operator new(size_t size, std::align_val_t alignment) {
  return AllocateOrThrow(size, static_cast<size_t>(alignment));
}
void* operator new[](size_t size, std::align_val_t alignment) {
  return AllocateOrThrow(size, static_cast<size_t>(alignment));
}
void* operator new(size_t size, const std::nothrow_t&) noexcept {
  return Allocate(size, kUsual);
}
void* operator new[](size_t size, const std::nothrow_t&) noexcept {
  return Allocate(size, kUsual);
}
void operator delete(void* block) noexcept { Free(block); }
void operator delete[](void* block) noexcept { Free(block); }
void operator delete(void* block, size_t) noexcept { Free(block); }
void operator delete[](void* block, size_t) noexcept { Free(block); }
void operator delete(void* block, std::align_val_t) noexcept { Free(block); }
void operator delete[](void* block, std::align_val_t) noexcept { Free(block); }
void operator delete(void* block, size_t, std::align_val_t) noexcept {
  Free(block);
}
void operator delete[](void* block, size_t, std::align_val_t) noexcept {
  Free(block);
}
void operator delete(void* block, const std::nothrow_t&) noexcept {
  Free(block);
}
void operator delete[](void* block, const std::nothrow_t&) noexcept {
  Free(block);
}

namespace {

constexpr char kText[] =
    "Ren\xC3\xA9 Dupont of Siemens flew to Berlin on Tuesday &amp; stayed.";
constexpr size_t kTextSize = sizeof(kText) - 1;

// A call with its result freed; returns its status.
using Call = std::function<onym_status(onym_error** error)>;

// Runs `call` with every allocation failing in turn, `for_good` or once, and
// checks that it says so and loses nothing. Returns how many failures there
// were.
int FailEachAllocation(const Call& call, bool for_good) {
  // The first call may fill what the process keeps for good.
  EXPECT_EQ(call(nullptr), ONYM_OK);
  for (int n = 0;; ++n) {
    const int64_t live = g_live_blocks;
    onym_error* error = nullptr;
    g_failures = 0;
    g_fail_for_good = for_good;
    g_successes_left = n;
    const onym_status status = call(&error);
    g_successes_left = kNever;
    const bool failed = g_failures > 0;
    EXPECT_EQ(onym_error_status(error), status);
    EXPECT_EQ(status, failed ? ONYM_RESOURCE_EXHAUSTED : ONYM_OK)
        << "allocation " << n << ": " << onym_error_message(error, nullptr);
    onym_error_free(error);
    EXPECT_EQ(g_live_blocks, live) << "allocation " << n;
    if (!failed || testing::Test::HasFailure()) return n;
  }
}

void ExpectSurvivesMissingMemory(const Call& call) {
  EXPECT_GT(FailEachAllocation(call, /*for_good=*/false), 0);
  EXPECT_GT(FailEachAllocation(call, /*for_good=*/true), 0);
}

class CapiMemory : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(onym_tagger_open_default(&tagger_, nullptr), ONYM_OK);
    ASSERT_EQ(onym_options_new(&options_, nullptr), ONYM_OK);
    ASSERT_EQ(onym_options_set_int(options_, ONYM_OPTION_OFFSET_UNIT,
                                   ONYM_UNIT_CODE_POINT, nullptr),
              ONYM_OK);
  }
  void TearDown() override {
    onym_options_free(options_);
    onym_tagger_free(tagger_);
  }

  onym_tagger* tagger_ = nullptr;
  onym_options* options_ = nullptr;
};

TEST_F(CapiMemory, SmallObjects) {
  ExpectSurvivesMissingMemory([](onym_error** error) {
    onym_options* options = nullptr;
    const onym_status status = onym_options_new(&options, error);
    EXPECT_EQ(options != nullptr, status == ONYM_OK);
    onym_options_free(options);
    return status;
  });
  ExpectSurvivesMissingMemory([](onym_error** error) {
    onym_scratch* scratch = nullptr;
    const onym_status status = onym_scratch_new(&scratch, error);
    EXPECT_EQ(scratch != nullptr, status == ONYM_OK);
    onym_scratch_free(scratch);
    return status;
  });
  ExpectSurvivesMissingMemory([](onym_error** error) {
    onym_offset_map* map = nullptr;
    const onym_status status =
        onym_offset_map_new(kText, kTextSize, &map, error);
    EXPECT_EQ(map != nullptr, status == ONYM_OK);
    onym_offset_map_free(map);
    return status;
  });
}

TEST_F(CapiMemory, Segmentation) {
  ExpectSurvivesMissingMemory([this](onym_error** error) {
    onym_document* document = nullptr;
    const onym_status status =
        onym_segment(kText, kTextSize, options_, &document, error);
    EXPECT_EQ(document != nullptr, status == ONYM_OK);
    onym_document_free(document);
    return status;
  });
}

TEST_F(CapiMemory, Decoding) {
  ExpectSurvivesMissingMemory([](onym_error** error) {
    size_t size = 0;
    return onym_decode_references(kText, kTextSize, nullptr, 0, &size, error);
  });
}

TEST_F(CapiMemory, Opening) {
  using Open = std::function<onym_status(onym_tagger**, onym_error**)>;
  const std::string path = ONYM_SOURCE_DIR "/models/en.onym";
  std::ifstream file(path, std::ios::binary);
  const std::string model((std::istreambuf_iterator<char>(file)), {});
  const Open opens[] = {[](onym_tagger** tagger, onym_error** error) {
                          return onym_tagger_open_default(tagger, error);
                        },
                        [&](onym_tagger** tagger, onym_error** error) {
                          return onym_tagger_open(path.data(), path.size(),
                                                  tagger, error);
                        },
                        [&](onym_tagger** tagger, onym_error** error) {
                          return onym_tagger_open_bytes(
                              model.data(), model.size(), tagger, error);
                        }};
  for (const Open& open : opens) {
    ExpectSurvivesMissingMemory([&](onym_error** error) {
      onym_tagger* tagger = nullptr;
      const onym_status status = open(&tagger, error);
      EXPECT_EQ(tagger != nullptr, status == ONYM_OK);
      onym_tagger_free(tagger);
      return status;
    });
  }
}

// What needs no memory succeeds without any.
TEST_F(CapiMemory, CallsThatNeedNone) {
  onym_offset_map* map = nullptr;
  ASSERT_EQ(onym_offset_map_new(kText, kTextSize, &map, nullptr), ONYM_OK);
  const Call calls[] = {
      [&](onym_error** error) {
        return onym_options_set_int(options_, ONYM_OPTION_OFFSET_UNIT,
                                    ONYM_UNIT_UTF16, error);
      },
      [&](onym_error** error) {
        return onym_options_set_double(options_, ONYM_OPTION_MIN_CONFIDENCE,
                                       0.5, error);
      },
      [&](onym_error** error) {
        return onym_options_set_progress(options_, nullptr, nullptr, error);
      }};
  for (const Call& call : calls) {
    EXPECT_EQ(FailEachAllocation(call, /*for_good=*/true), 0);
  }
  // Conversion may ask for memory; whether it does is its own affair.
  FailEachAllocation(
      [&](onym_error** error) {
        uint32_t places[] = {40, 3, 4};
        const onym_status status = onym_offset_map_convert(
            map, ONYM_UNIT_BYTE, ONYM_UNIT_CODE_POINT, places, 3, error);
        EXPECT_EQ(places[2], status == ONYM_OK ? 3u : 4u);
        return status;
      },
      /*for_good=*/true);
  onym_offset_map_free(map);
}

TEST_F(CapiMemory, Tagging) {
  ExpectSurvivesMissingMemory([this](onym_error** error) {
    onym_document* document = nullptr;
    const onym_status status = onym_tagger_tag(
        tagger_, kText, kTextSize, options_, nullptr, &document, error);
    EXPECT_EQ(document != nullptr, status == ONYM_OK);
    onym_document_free(document);
    return status;
  });
}

// The failure of one thread is the failure of the batch.
TEST_F(CapiMemory, Batches) {
  for (const int threads : {1, 3}) {
    ASSERT_EQ(
        onym_options_set_int(options_, ONYM_OPTION_THREADS, threads, nullptr),
        ONYM_OK);
    ExpectSurvivesMissingMemory([this](onym_error** error) {
      const onym_text texts[] = {
          {kText, kTextSize}, {kText, 20}, {nullptr, 0}, {kText, 40}};
      onym_document* documents[4] = {};
      const onym_status status =
          onym_tagger_tag_batch(tagger_, texts, 4, options_, documents, error);
      for (onym_document* document : documents) {
        EXPECT_EQ(document != nullptr, status == ONYM_OK);
        onym_document_free(document);
      }
      return status;
    });
  }
}

// Working memory that lived through a failure gives the right result later.
TEST_F(CapiMemory, ScratchStaysUsable) {
  onym_document* expected = nullptr;
  ASSERT_EQ(onym_tagger_tag(tagger_, kText, kTextSize, nullptr, nullptr,
                            &expected, nullptr),
            ONYM_OK);
  size_t expected_count = 0;
  onym_document_entities(expected, &expected_count);
  for (int n = 0;; ++n) {
    onym_scratch* scratch = nullptr;
    onym_document* document = nullptr;
    ASSERT_EQ(onym_scratch_new(&scratch, nullptr), ONYM_OK);
    g_failures = 0;
    g_fail_for_good = false;
    g_successes_left = n;
    onym_status status = onym_tagger_tag(tagger_, kText, kTextSize, nullptr,
                                         scratch, &document, nullptr);
    g_successes_left = kNever;
    const bool failed = g_failures > 0;
    EXPECT_EQ(status, failed ? ONYM_RESOURCE_EXHAUSTED : ONYM_OK);
    onym_document_free(document);
    status = onym_tagger_tag(tagger_, kText, kTextSize, nullptr, scratch,
                             &document, nullptr);
    EXPECT_EQ(status, ONYM_OK);
    size_t count = 0;
    onym_document_entities(document, &count);
    EXPECT_EQ(count, expected_count);
    onym_document_free(document);
    onym_scratch_free(scratch);
    if (!failed) break;
  }
  onym_document_free(expected);
}

// An error about something else, for whose message there is no memory, turns
// into the one that needs none.
TEST_F(CapiMemory, ErrorsNeedNone) {
  const int64_t live = g_live_blocks;
  onym_error* error = nullptr;
  onym_options* options = nullptr;
  g_fail_for_good = true;
  g_successes_left = 0;
  const onym_status status = onym_options_set_int(options_, 99, 0, &error);
  const onym_status status_of_new = onym_options_new(&options, nullptr);
  g_successes_left = kNever;
  EXPECT_EQ(status, ONYM_RESOURCE_EXHAUSTED);
  EXPECT_EQ(status_of_new, ONYM_RESOURCE_EXHAUSTED);
  EXPECT_STREQ(onym_error_message(error, nullptr), "memory ran out");
  onym_error_free(error);
  EXPECT_EQ(g_live_blocks, live);
}

// One of each object, made from each other and from a text that is gone.
struct Objects {
  Objects() {
    onym_tagger_open_default(&tagger, nullptr);
    onym_options_new(&options, nullptr);
    onym_scratch_new(&scratch, nullptr);
    onym_segment(nullptr, 1, nullptr, nullptr, &error);
    const std::string text(kText, kTextSize);
    onym_offset_map_new(text.data(), text.size(), &map, nullptr);
    onym_tagger_tag(tagger, text.data(), text.size(), options, scratch,
                    &document, nullptr);
    const onym_text texts[] = {{text.data(), text.size()}, {text.data(), 20}};
    onym_tagger_tag_batch(tagger, texts, 2, options, batch, nullptr);
  }

  // The functions that free them, one object each.
  std::vector<std::function<void()>> Frees() {
    return {[this] { onym_tagger_free(std::exchange(tagger, nullptr)); },
            [this] { onym_options_free(std::exchange(options, nullptr)); },
            [this] { onym_scratch_free(std::exchange(scratch, nullptr)); },
            [this] { onym_error_free(std::exchange(error, nullptr)); },
            [this] { onym_offset_map_free(std::exchange(map, nullptr)); },
            [this] { onym_document_free(std::exchange(document, nullptr)); },
            [this] { onym_document_free(std::exchange(batch[0], nullptr)); },
            [this] { onym_document_free(std::exchange(batch[1], nullptr)); }};
  }

  // Uses those that are left.
  void Use() const {
    for (const onym_document* each : {document, batch[0]}) {
      if (each == nullptr) continue;
      size_t count = 0;
      const onym_entity* entities = onym_document_entities(each, &count);
      ASSERT_GT(count, 0u);
      EXPECT_STRNE(onym_document_type_name(each, entities[0].type, nullptr),
                   "");
    }
    if (error != nullptr) {
      EXPECT_STRNE(onym_error_message(error, nullptr), "");
    }
    if (map != nullptr) {
      uint32_t place = 5;
      EXPECT_EQ(onym_offset_map_convert(map, ONYM_UNIT_BYTE, ONYM_UNIT_UTF16,
                                        &place, 1, nullptr),
                ONYM_OK);
      EXPECT_EQ(place, 4u);
    }
    if (tagger == nullptr) return;
    onym_document* again = nullptr;
    EXPECT_EQ(onym_tagger_tag(tagger, kText, kTextSize, options, scratch,
                              &again, nullptr),
              ONYM_OK);
    onym_document_free(again);
  }

  onym_tagger* tagger = nullptr;
  onym_options* options = nullptr;
  onym_scratch* scratch = nullptr;
  onym_error* error = nullptr;
  onym_offset_map* map = nullptr;
  onym_document* document = nullptr;
  onym_document* batch[2] = {nullptr, nullptr};
};

// Objects are freed in shuffled orders; those that are left work.
TEST_F(CapiMemory, AnyOrderOfFreeing) {
  std::mt19937 random(1);
  for (int round = 0; round < 50; ++round) {
    const int64_t live = g_live_blocks;
    {
      Objects objects;
      ASSERT_NE(objects.batch[1], nullptr);
      std::vector<std::function<void()>> frees = objects.Frees();
      std::shuffle(frees.begin(), frees.end(), random);
      for (const std::function<void()>& free_one : frees) {
        objects.Use();
        free_one();
      }
    }
    ASSERT_EQ(g_live_blocks, live);
  }
}

}  // namespace
