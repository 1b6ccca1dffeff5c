// Tests of the reader of lines, through a pipe.

#include "tools/onym/line_reader.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onym::tool {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

using Result = LineReader::Result;

// A pipe into which another thread writes pieces, one call each.
class Source {
 public:
  explicit Source(std::vector<std::string> pieces) {
    int ends[2];
    if (pipe(ends) != 0) std::abort();
    read_end_ = ends[0];
    writer_ = std::thread([pieces = std::move(pieces), to = ends[1]] {
      for (const std::string& piece : pieces) {
        for (size_t done = 0; done < piece.size();) {
          const ssize_t count =
              write(to, piece.data() + done, piece.size() - done);
          if (count <= 0) std::abort();
          done += static_cast<size_t>(count);
        }
      }
      close(to);
    });
  }
  ~Source() {
    writer_.join();
    close(read_end_);
  }

  int descriptor() const { return read_end_; }

 private:
  int read_end_;
  std::thread writer_;
};

// All lines; a line that is too long is given as "<too long>".
std::vector<std::string> Lines(std::vector<std::string> pieces,
                               size_t max_line = 1 << 30) {
  const Source source(std::move(pieces));
  LineReader reader(source.descriptor(), max_line, nullptr);
  std::vector<std::string> lines;
  while (true) {
    std::string_view line;
    const Result result = reader.Next(&line);
    if (result == Result::kEnd) break;
    EXPECT_NE(result, Result::kError);
    lines.emplace_back(result == Result::kTooLong ? "<too long>" : line);
  }
  return lines;
}

TEST(LineReaderTest, SplitsAtLineFeeds) {
  EXPECT_THAT(Lines({"a\nbc\n\nd\r\n"}), ElementsAre("a", "bc", "", "d\r"));
  EXPECT_THAT(Lines({"a\nb"}), ElementsAre("a", "b"));
  EXPECT_THAT(Lines({"\n"}), ElementsAre(""));
  EXPECT_THAT(Lines({}), IsEmpty());
}

TEST(LineReaderTest, KeepsEveryByte) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) {
    if (i != '\n') bytes.push_back(static_cast<char>(i));
  }
  EXPECT_THAT(Lines({bytes + "\n" + bytes}), ElementsAre(bytes, bytes));
}

TEST(LineReaderTest, JoinsPieces) {
  EXPECT_THAT(Lines({"a", "b\n", "\n", "c", "d", "\ne"}),
              ElementsAre("ab", "", "cd", "e"));
}

TEST(LineReaderTest, LinesLongerThanItsBuffer) {
  const std::string a(3000000, 'a');
  const std::string b(300000, 'b');
  EXPECT_THAT(Lines({a + "\n" + b + "\nc\n" + a}),
              ElementsAreArray({a, b, std::string("c"), a}));
}

TEST(LineReaderTest, SkipsLinesThatAreTooLong) {
  EXPECT_THAT(Lines({"abc\nabcd\nab\nabcdef"}, 3),
              ElementsAre("abc", "<too long>", "ab", "<too long>"));
  const std::string big(5000000, 'x');
  EXPECT_THAT(Lines({big + "\nab\n" + big}, 1000000),
              ElementsAre("<too long>", "ab", "<too long>"));
}

TEST(LineReaderTest, RandomLinesInRandomPieces) {
  std::mt19937 random(1);
  for (int round = 0; round < 20; ++round) {
    std::vector<std::string> lines;
    std::string all;
    for (int i = 0; i < 200; ++i) {
      const size_t most = random() % 20 == 0 ? 100000 : 50;
      lines.emplace_back(random() % most, 'x');
      all += lines.back() + "\n";
    }
    std::vector<std::string> pieces;
    for (size_t at = 0; at < all.size();) {
      const size_t size = 1 + random() % 70000;
      pieces.push_back(all.substr(at, size));
      at += size;
    }
    EXPECT_EQ(Lines(pieces), lines);
  }
}

TEST(LineReaderTest, CountsBytes) {
  const Source source({"a\nbc\n"});
  LineReader reader(source.descriptor(), 10, nullptr);
  std::string_view line;
  while (reader.Next(&line) != Result::kEnd) {
  }
  EXPECT_EQ(reader.bytes_read(), 5u);
}

TEST(LineReaderTest, CallsBackBeforeItWaits) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  ASSERT_EQ(write(ends[1], "a\nb\n", 4), 4);
  int waits = 0;
  // What comes next is written only when the reader is about to wait.
  LineReader reader(ends[0], 10, [&] {
    ++waits;
    if (waits == 1) {
      EXPECT_EQ(write(ends[1], "c\n", 2), 2);
    } else {
      close(ends[1]);
    }
  });
  std::string_view line;
  EXPECT_EQ(reader.Next(&line), Result::kLine);
  EXPECT_EQ(reader.Next(&line), Result::kLine);
  EXPECT_EQ(line, "b");
  EXPECT_EQ(waits, 0);
  EXPECT_EQ(reader.Next(&line), Result::kLine);
  EXPECT_EQ(line, "c");
  EXPECT_EQ(waits, 1);
  EXPECT_EQ(reader.Next(&line), Result::kEnd);
  EXPECT_EQ(waits, 2);
  close(ends[0]);
}

TEST(LineReaderTest, ReportsErrors) {
  LineReader reader(/*descriptor=*/-1, 10, nullptr);
  std::string_view line;
  EXPECT_EQ(reader.Next(&line), Result::kError);
  EXPECT_EQ(reader.error(), EBADF);
}

}  // namespace
}  // namespace onym::tool
