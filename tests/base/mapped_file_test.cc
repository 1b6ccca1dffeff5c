// Mapping of files, and of what is none.

#include "base/mapped_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/base/temp_folder.h"

namespace onym {
namespace {

using internal::TempFolder;
using testing::HasSubstr;

TEST(MappedFileTest, HoldsTheBytes) {
  const TempFolder folder;
  // More than a page, and not a whole number of pages.
  std::string content;
  for (int i = 0; i < 10001; ++i) content.push_back(static_cast<char>(i * 7));
  const auto file = MappedFile::Open(folder.Write("some.bin", content));
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_EQ((*file)->bytes(), content);
}

TEST(MappedFileTest, BytesOutliveTheName) {
  const TempFolder folder;
  const std::string path = folder.Write("some.bin", "content");
  const auto file = MappedFile::Open(path);
  ASSERT_TRUE(file.ok()) << file.status();
  ASSERT_EQ(unlink(path.c_str()), 0);
  EXPECT_EQ((*file)->bytes(), "content");
}

TEST(MappedFileTest, EmptyFileIsNoError) {
  const TempFolder folder;
  const auto file = MappedFile::Open(folder.Write("empty.bin", ""));
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_TRUE((*file)->bytes().empty());
}

TEST(MappedFileTest, MissingFileIsNotFound) {
  const TempFolder folder;
  const auto file = MappedFile::Open(folder.PathOf("missing"));
  EXPECT_EQ(file.status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(file.status().message()),
              HasSubstr(folder.PathOf("missing")));
}

TEST(MappedFileTest, FolderIsNoFile) {
  const TempFolder folder;
  const auto file = MappedFile::Open(folder.path());
  EXPECT_EQ(file.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(file.status().message()), HasSubstr(folder.path()));
}

// Opening a pipe for reading waits for a writer, unless told not to.
TEST(MappedFileTest, PipeIsNoFile) {
  const TempFolder folder;
  ASSERT_EQ(mkfifo(folder.PathOf("pipe").c_str(), 0600), 0);
  const auto file = MappedFile::Open(folder.PathOf("pipe"));
  EXPECT_EQ(file.status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace onym
