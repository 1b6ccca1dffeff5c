#include "tests/bench/texts.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "absl/status/statusor.h"
#include "io/annotated.h"

namespace onym::bench {
namespace {

[[noreturn]] void Fail(const std::string& what, const std::string& why) {
  std::fprintf(stderr, "%s: %s\n", what.c_str(), why.c_str());
  std::exit(1);
}

void AppendLines(const std::string& path, std::istream& file,
                 std::vector<std::string>* texts) {
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty()) continue;
    auto document = ParseAnnotatedJson(line);
    if (!document.ok()) Fail(path, document.status().ToString());
    texts->push_back(std::move(document->text));
  }
}

void AppendFile(const std::filesystem::path& path,
                std::vector<std::string>* texts) {
  std::ifstream file(path, std::ios::binary);
  if (!file) Fail(path.string(), "cannot be read");
  if (path.extension() == ".jsonl") {
    AppendLines(path.string(), file, texts);
    return;
  }
  texts->emplace_back(std::istreambuf_iterator<char>(file),
                      std::istreambuf_iterator<char>());
}

std::vector<std::string> ReadTexts(const std::filesystem::path& path) {
  std::vector<std::string> texts;
  if (std::filesystem::is_directory(path)) {
    const std::filesystem::directory_iterator folder(path);
    std::vector<std::filesystem::path> files;
    for (const auto& entry : folder) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
    // The order of a folder is the file system's.
    std::sort(files.begin(), files.end());
    for (const auto& each : files) AppendFile(each, &texts);
  } else {
    AppendFile(path, &texts);
  }
  const auto empty = [](const std::string& text) { return text.empty(); };
  texts.erase(std::remove_if(texts.begin(), texts.end(), empty), texts.end());
  if (texts.empty()) Fail(path.string(), "no text in it");
  return texts;
}

}  // namespace

const std::vector<std::string>& Texts() {
  static const auto* const texts = [] {
    const char* path = std::getenv("ONYM_BENCH_TEXT");
    return new std::vector<std::string>(ReadTexts(
        path != nullptr && *path != 0 ? path
                                      : ONYM_SOURCE_DIR "/examples/talks.txt"));
  }();
  return *texts;
}

size_t TextBytes() {
  size_t bytes = 0;
  for (const std::string& text : Texts()) bytes += text.size();
  return bytes;
}

const Tagger& DefaultTagger() {
  static const Tagger* const tagger = [] {
    auto opened = Tagger::Default();
    if (!opened.ok()) Fail("default model", opened.status().ToString());
    return new Tagger(*std::move(opened));
  }();
  return *tagger;
}

}  // namespace onym::bench
