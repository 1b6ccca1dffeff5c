// A folder of its own for the files that a test writes.

#ifndef ONYM_TESTS_BASE_TEMP_FOLDER_H_
#define ONYM_TESTS_BASE_TEMP_FOLDER_H_

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

#include "gtest/gtest.h"

namespace onym::internal {

// Removed with all that is in it when the object goes.
class TempFolder final {
 public:
  TempFolder() {
    path_ = testing::TempDir() + "onym_test_XXXXXX";
    // Several test programs may run at once.
    if (mkdtemp(path_.data()) == nullptr) std::abort();
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::string& path() const { return path_; }
  std::string PathOf(const std::string& name) const {
    return path_ + "/" + name;
  }

  // Writes the file `name` and returns its path.
  std::string Write(const std::string& name, std::string_view content) const {
    std::ofstream file(PathOf(name), std::ios::binary);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    file.close();
    EXPECT_TRUE(file.good()) << name;
    return PathOf(name);
  }

 private:
  std::string path_;
};

}  // namespace onym::internal

#endif  // ONYM_TESTS_BASE_TEMP_FOLDER_H_
