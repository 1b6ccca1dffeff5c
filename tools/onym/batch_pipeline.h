// Batches of documents, worked on by several threads and delivered in order.

#ifndef ONYM_TOOLS_ONYM_BATCH_PIPELINE_H_
#define ONYM_TOOLS_ONYM_BATCH_PIPELINE_H_

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace onym::tool {

// One document, or the JSON line that holds it.
struct Record {
  size_t begin;  // into the bytes of its batch
  size_t end;
  uint64_t line;  // its number in its source, 1 for the first; 0 for a file
  // What its source is called; lives as long as the run.
  const std::string* source;
};

struct Batch {
  std::string bytes;
  std::vector<Record> records;
  std::string output;               // what a worker made of them
  std::vector<std::string> errors;  // what went wrong, one line each
};

// Hands batches to worker threads. At most a few batches for each thread are
// held at a time, so that memory is bounded whatever the length of the input.
// To be used by one thread.
class BatchPipeline final {
 public:
  using Worker = std::function<void(Batch*)>;

  // `make_worker` is called once for each of `jobs` threads and gives it a
  // worker of its own. With one job, the work is done by the thread that calls
  // Push. `deliver` receives the batches in the order in which they were
  // pushed, on the thread that calls Push and Flush.
  BatchPipeline(int jobs, const std::function<Worker()>& make_worker,
                std::function<void(const Batch&)> deliver);

  // Drops what was not delivered.
  ~BatchPipeline();

  BatchPipeline(const BatchPipeline&) = delete;
  BatchPipeline& operator=(const BatchPipeline&) = delete;

  // Takes on a batch. If too many are held, delivers the oldest first.
  void Push(std::unique_ptr<Batch> batch);

  // Waits for all batches that were pushed, and delivers them.
  void Flush();

 private:
  struct Item {
    std::unique_ptr<Batch> batch;
    bool done = false;  // guarded by mutex_
  };

  void Serve(const Worker& worker);
  // Waits for the oldest batch and delivers it.
  void DeliverOldest();

  const std::function<void(const Batch&)> deliver_;
  Worker own_worker_;  // with one job
  std::vector<std::thread> threads_;
  std::deque<std::unique_ptr<Item>> held_;  // in order, oldest first

  std::mutex mutex_;
  std::condition_variable waiting_changed_;
  std::condition_variable done_changed_;
  std::deque<Item*> waiting_;  // guarded by mutex_
  bool stop_ = false;          // guarded by mutex_
};

}  // namespace onym::tool

#endif  // ONYM_TOOLS_ONYM_BATCH_PIPELINE_H_
