// Handling of model files as bytes.

#ifndef ONYM_TESTS_MODEL_MODEL_BYTES_H_
#define ONYM_TESTS_MODEL_MODEL_BYTES_H_

#include <cstddef>
#include <cstring>
#include <new>
#include <string>
#include <string_view>

#include "model/format.h"
#include "model/model.h"

namespace onym::internal {

// A copy of bytes at an address that a model may have, and not a byte more, so
// that the address sanitizer sees what reads past the end.
class AlignedBytes final {
 public:
  explicit AlignedBytes(std::string_view bytes)
      : size_(bytes.size()),
        data_(static_cast<char*>(::operator new(bytes.size(), kAlignment))) {
    std::memcpy(data_, bytes.data(), bytes.size());
  }
  ~AlignedBytes() { ::operator delete(data_, kAlignment); }
  AlignedBytes(const AlignedBytes&) = delete;
  AlignedBytes& operator=(const AlignedBytes&) = delete;

  std::string_view bytes() const { return std::string_view(data_, size_); }

 private:
  static constexpr std::align_val_t kAlignment{kModelAlignment};
  size_t size_;
  char* data_;
};

// Makes the length and the checksum in the header those of `model`, so that
// other changes are not stopped by them. Does nothing to less than a header.
inline void SealModel(std::string* model) {
  ModelHeader header;
  if (model->size() < sizeof(header)) return;
  std::memcpy(&header, model->data(), sizeof(header));
  header.file_size = model->size();
  header.checksum =
      ModelChecksum(std::string_view(*model).substr(sizeof(header)));
  std::memcpy(model->data(), &header, sizeof(header));
}

}  // namespace onym::internal

#endif  // ONYM_TESTS_MODEL_MODEL_BYTES_H_
