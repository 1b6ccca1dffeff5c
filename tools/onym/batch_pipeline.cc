// A queue of batches to work on, beside the list of all batches in order.

#include "tools/onym/batch_pipeline.h"

#include <utility>

namespace onym::tool {
namespace {

// Enough that no thread waits while the oldest batch is a slow one.
constexpr size_t kHeldPerThread = 4;

}  // namespace

BatchPipeline::BatchPipeline(int jobs,
                             const std::function<Worker()>& make_worker,
                             std::function<void(const Batch&)> deliver)
    : deliver_(std::move(deliver)) {
  if (jobs <= 1) {
    own_worker_ = make_worker();
    return;
  }
  threads_.reserve(static_cast<size_t>(jobs));
  for (int i = 0; i < jobs; ++i) {
    threads_.emplace_back(
        [this, worker = make_worker()] { this->Serve(worker); });
  }
}

BatchPipeline::~BatchPipeline() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stop_ = true;
  }
  waiting_changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void BatchPipeline::Serve(const Worker& worker) {
  std::unique_lock<std::mutex> lock(mutex_);
  while (true) {
    waiting_changed_.wait(lock, [this] { return stop_ || !waiting_.empty(); });
    if (stop_) return;
    Item* item = waiting_.front();
    waiting_.pop_front();
    lock.unlock();
    worker(item->batch.get());
    lock.lock();
    item->done = true;
    done_changed_.notify_one();
  }
}

void BatchPipeline::Push(std::unique_ptr<Batch> batch) {
  if (threads_.empty()) {
    own_worker_(batch.get());
    deliver_(*batch);
    return;
  }
  if (held_.size() >= kHeldPerThread * threads_.size()) DeliverOldest();
  held_.push_back(std::make_unique<Item>());
  held_.back()->batch = std::move(batch);
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    waiting_.push_back(held_.back().get());
  }
  waiting_changed_.notify_one();
}

void BatchPipeline::DeliverOldest() {
  const std::unique_ptr<Item> item = std::move(held_.front());
  held_.pop_front();
  {
    std::unique_lock<std::mutex> lock(mutex_);
    done_changed_.wait(lock, [&item] { return item->done; });
  }
  deliver_(*item->batch);
}

void BatchPipeline::Flush() {
  while (!held_.empty()) DeliverOldest();
}

}  // namespace onym::tool
