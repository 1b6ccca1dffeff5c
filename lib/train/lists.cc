// Compilation of name lists into hashed phrases.

#include "train/lists.h"

#include <map>

#include "absl/strings/str_split.h"
#include "model/format.h"
#include "onym/tokenizer.h"
#include "tag/gazetteer.h"
#include "tag/word.h"
#include "train/files.h"

namespace onym {
namespace {

struct Use {
  uint32_t lists = 0;
  bool longer = false;
};

void AddName(std::string_view name, uint32_t list, std::vector<Token>* tokens,
             std::map<uint64_t, Use>* phrases) {
  if (!Tokenizer().Tokenize(name, tokens).ok() || tokens->empty() ||
      tokens->size() > kMaxPhraseTokens) {
    return;
  }
  uint64_t phrase = 0;
  for (size_t i = 0; i < tokens->size(); ++i) {
    const Token& token = (*tokens)[i];
    phrase = ExtendPhrase(
        phrase, PhraseHash(name.substr(token.begin, token.end - token.begin)));
    Use& use = (*phrases)[phrase];
    if (i + 1 < tokens->size()) {
      use.longer = true;
    } else {
      use.lists |= uint32_t{1} << list;
    }
  }
}

}  // namespace

absl::StatusOr<std::vector<PhraseEntry>> CompileLists(
    const std::vector<ListConfig>& lists) {
  if (lists.size() > kMaxLists) {
    return absl::InvalidArgumentError("too many name lists");
  }
  std::map<uint64_t, Use> phrases;
  std::vector<Token> tokens;
  for (uint32_t list = 0; list < lists.size(); ++list) {
    for (const std::string& path : lists[list].paths) {
      absl::StatusOr<std::string> content = ReadFile(path);
      if (!content.ok()) return content.status();
      for (absl::string_view line : absl::StrSplit(*content, '\n')) {
        if (line.empty() || line.front() == '#') continue;
        AddName(std::string_view(line.data(), line.size()), list, &tokens,
                &phrases);
      }
    }
  }
  std::vector<PhraseEntry> entries;
  entries.reserve(phrases.size());
  for (const auto& [hash, use] : phrases) {
    entries.push_back({hash, use.lists, use.longer});
  }
  return entries;
}

}  // namespace onym
