// Prints the named entities of an article: type, confidence and text, one a
// line. Usage: tag FILE
//
//   c++ -std=c++17 tag.cc $(pkg-config --cflags --libs onym-cpp) -o tag
//   ./tag ../article.txt

#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "onym/tagger.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: tag FILE\n";
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  if (!file) {
    std::cerr << "cannot read " << argv[1] << '\n';
    return 1;
  }
  const std::string text((std::istreambuf_iterator<char>(file)), {});

  const absl::StatusOr<onym::Tagger> tagger = onym::Tagger::Default();
  if (!tagger.ok()) {
    std::cerr << tagger.status() << '\n';
    return 1;
  }
  const absl::StatusOr<onym::Document> document = tagger->Tag(text);
  if (!document.ok()) {
    std::cerr << document.status() << '\n';
    return 1;
  }
  std::cout << std::fixed << std::setprecision(2);
  for (const onym::Entity& entity : document->entities()) {
    std::cout << document->type_name(entity.type) << '\t' << entity.confidence
              << '\t'
              << std::string_view(text).substr(entity.begin,
                                               entity.end - entity.begin)
              << '\n';
  }
  return 0;
}
