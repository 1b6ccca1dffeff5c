// Memory that is kept from one call to the next.

#ifndef ONYM_LIB_BASE_GROW_H_
#define ONYM_LIB_BASE_GROW_H_

#include <cstddef>
#include <vector>

namespace onym {

// Makes *values at least `size` long, and never shorter: to fill the end with
// zeros again at each call would cost time.
template <typename T>
void GrowTo(size_t size, std::vector<T>* values) {
  if (values->size() < size) values->resize(size);
}

}  // namespace onym

#endif  // ONYM_LIB_BASE_GROW_H_
