// Reading and writing of whole files.

#include "train/files.h"

#include <filesystem>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/base/temp_folder.h"

namespace onym {
namespace {

using internal::TempFolder;

size_t FilesIn(const TempFolder& folder) {
  size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    count += entry.is_regular_file();
  }
  return count;
}

TEST(FilesTest, WhatIsWrittenIsRead) {
  const TempFolder folder;
  const std::string path = folder.PathOf("a");
  std::string content(200000, 'x');
  content[5] = '\0';
  for (const std::string& written :
       {content, std::string("short"), std::string()}) {
    ASSERT_TRUE(WriteFile(path, written).ok());
    const auto read = ReadFile(path);
    ASSERT_TRUE(read.ok()) << read.status();
    EXPECT_TRUE(*read == written);
    EXPECT_EQ(FilesIn(folder), 1u);
  }
}

TEST(FilesTest, ErrorsNameThePath) {
  const TempFolder folder;
  const std::string path = folder.PathOf("missing/a");
  for (const absl::Status& status :
       {ReadFile(path).status(), WriteFile(path, "a"), CheckWritable(path)}) {
    EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
    EXPECT_THAT(std::string(status.message()), testing::HasSubstr(path));
  }
  EXPECT_FALSE(ReadFile(folder.path()).ok());
}

TEST(FilesTest, WhatCannotBeWrittenLeavesNothing) {
  const TempFolder folder;
  const std::string path = folder.PathOf("a");
  ASSERT_TRUE(std::filesystem::create_directory(path));
  const absl::Status status = WriteFile(path, "content");
  EXPECT_FALSE(status.ok());
  EXPECT_THAT(std::string(status.message()), testing::HasSubstr(path));
  EXPECT_TRUE(std::filesystem::is_directory(path));
  EXPECT_EQ(FilesIn(folder), 0u);
}

TEST(FilesTest, CheckWritableLeavesTheFile) {
  const TempFolder folder;
  const std::string path = folder.Write("a", "content");
  EXPECT_TRUE(CheckWritable(path).ok());
  EXPECT_EQ(*ReadFile(path), "content");
  EXPECT_TRUE(CheckWritable(folder.PathOf("new")).ok());
  EXPECT_EQ(FilesIn(folder), 1u);
}

}  // namespace
}  // namespace onym
