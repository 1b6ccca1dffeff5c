// Tests of the pipeline: everything once, in order, and never too much at once.

#include "tools/onym/batch_pipeline.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "gtest/gtest.h"

namespace onym::tool {
namespace {

std::unique_ptr<Batch> MakeBatch(int number) {
  auto batch = std::make_unique<Batch>();
  batch->bytes = std::to_string(number);
  return batch;
}

class BatchPipelineTest : public ::testing::TestWithParam<int> {};

INSTANTIATE_TEST_SUITE_P(Jobs, BatchPipelineTest, ::testing::Values(1, 2, 5));

TEST_P(BatchPipelineTest, DeliversInOrder) {
  constexpr int kBatches = 500;
  std::vector<std::string> delivered;
  std::atomic<int> workers = 0;
  const std::thread::id caller = std::this_thread::get_id();
  BatchPipeline pipeline(
      GetParam(),
      [&workers]() -> BatchPipeline::Worker {
        ++workers;
        return [](Batch* batch) {
          // Some batches take longer than those behind them.
          if (std::stoi(batch->bytes) % 7 == 0) {
            std::this_thread::sleep_for(std::chrono::microseconds(300));
          }
          batch->output = "<" + batch->bytes + ">";
        };
      },
      [&](const Batch& batch) {
        EXPECT_EQ(std::this_thread::get_id(), caller);
        delivered.push_back(batch.output);
      });
  for (int i = 0; i < kBatches; ++i) pipeline.Push(MakeBatch(i));
  pipeline.Flush();
  EXPECT_EQ(workers, GetParam());
  ASSERT_EQ(delivered.size(), static_cast<size_t>(kBatches));
  for (int i = 0; i < kBatches; ++i) {
    EXPECT_EQ(delivered[static_cast<size_t>(i)], "<" + std::to_string(i) + ">");
  }
}

TEST_P(BatchPipelineTest, HoldsFewBatches) {
  const int jobs = GetParam();
  int pushed = 0;
  int delivered = 0;
  BatchPipeline pipeline(
      jobs, [] { return [](Batch*) {}; }, [&](const Batch&) { ++delivered; });
  for (int i = 0; i < 200; ++i) {
    pipeline.Push(MakeBatch(i));
    ++pushed;
    EXPECT_LE(pushed - delivered, 4 * jobs);
  }
  pipeline.Flush();
  EXPECT_EQ(delivered, pushed);
}

TEST_P(BatchPipelineTest, FlushMayBeRepeated) {
  int delivered = 0;
  BatchPipeline pipeline(
      GetParam(), [] { return [](Batch*) {}; },
      [&](const Batch&) { ++delivered; });
  pipeline.Flush();
  EXPECT_EQ(delivered, 0);
  for (int i = 1; i <= 3; ++i) {
    pipeline.Push(MakeBatch(i));
    pipeline.Flush();
    EXPECT_EQ(delivered, i);
  }
}

TEST_P(BatchPipelineTest, MayBeLeftBeforeTheEnd) {
  std::atomic<int> worked = 0;
  {
    BatchPipeline pipeline(
        GetParam(), [&worked] { return [&worked](Batch*) { ++worked; }; },
        [](const Batch&) {});
    for (int i = 0; i < 3; ++i) pipeline.Push(MakeBatch(i));
  }
  EXPECT_LE(worked, 3);
}

TEST_P(BatchPipelineTest, EachThreadHasItsOwnWorker) {
  // A worker that is not safe for threads: the sanitizers would see a race.
  int total = 0;
  BatchPipeline pipeline(
      GetParam(),
      []() -> BatchPipeline::Worker {
        auto count = std::make_shared<int>(0);
        return [count](Batch* batch) {
          ++*count;
          batch->output = "x";
        };
      },
      [&total](const Batch& batch) {
        total += static_cast<int>(batch.output.size());
      });
  for (int i = 0; i < 300; ++i) pipeline.Push(MakeBatch(i));
  pipeline.Flush();
  EXPECT_EQ(total, 300);
}

}  // namespace
}  // namespace onym::tool
