// onym_ud_score: spans of tokens and sentences against a CoNLL-U treebank.
//
//   onym_ud_score [--wrap=COLUMNS] [--errors] [--min-tokens=F1]
//                 [--min-sentences=F1] FILE.conllu
//
// The raw text of each document is put together from the words: sentences are
// parted by a space unless SpaceAfter=No, paragraphs by a blank line; with
// --wrap, lines are filled to so many columns. A multiword token counts as its
// words where they spell its surface, else as a whole. Exits 1 if a floor is
// not reached, 2 if the file cannot be read.

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onym/tokenizer.h"

namespace {

using Span = std::pair<size_t, size_t>;

struct Gold {
  std::string text;
  std::vector<Span> tokens;
  std::vector<Span> sentences;
};

struct Counts {
  size_t gold = 0;
  size_t found = 0;
  size_t right = 0;

  double F1() const {
    return gold + found == 0 ? 0.0 : 200.0 * right / (gold + found);
  }
};

std::vector<std::string> SplitFields(const std::string& line) {
  std::vector<std::string> fields;
  size_t begin = 0;
  for (size_t tab; (tab = line.find('\t', begin)) != std::string::npos;) {
    fields.push_back(line.substr(begin, tab - begin));
    begin = tab + 1;
  }
  fields.push_back(line.substr(begin));
  return fields;
}

using Rows = std::vector<std::vector<std::string>>;

bool IsRange(const std::string& id) {
  return id.find('-') != std::string::npos;
}

bool HasSpaceAfter(const std::string& misc) {
  return ("|" + misc + "|").find("|SpaceAfter=No|") == std::string::npos;
}

// Appends the word, or the words of the range, at rows[*index]; moves *index
// behind them.
void AppendWord(const Rows& rows, size_t* index, Gold* gold) {
  const std::vector<std::string>& row = rows[*index];
  ++*index;
  const size_t begin = gold->text.size();
  gold->text += row[1];
  if (!IsRange(row[0])) {
    gold->tokens.emplace_back(begin, gold->text.size());
    return;
  }
  const int last = std::atoi(row[0].c_str() + row[0].find('-') + 1);
  std::vector<Span> parts;
  std::string surface;
  while (*index < rows.size() && std::atoi(rows[*index][0].c_str()) <= last) {
    const size_t part = begin + surface.size();
    surface += rows[*index][1];
    parts.emplace_back(part, begin + surface.size());
    ++*index;
  }
  if (surface != row[1]) parts = {{begin, gold->text.size()}};
  gold->tokens.insert(gold->tokens.end(), parts.begin(), parts.end());
}

void AppendSentence(const Rows& rows, bool new_paragraph, Gold* gold) {
  if (new_paragraph && !gold->text.empty()) {
    while (!gold->text.empty() && gold->text.back() == ' ') {
      gold->text.pop_back();
    }
    gold->text += "\n\n";
  }
  const size_t begin = gold->text.size();
  size_t end = begin;
  for (size_t i = 0; i < rows.size();) {
    const std::string misc = rows[i][9];
    AppendWord(rows, &i, gold);
    end = gold->text.size();
    if (HasSpaceAfter(misc)) gold->text += ' ';
  }
  gold->sentences.emplace_back(begin, end);
}

bool ReadTreebank(const char* path, std::vector<Gold>* documents) {
  std::ifstream file(path);
  if (!file) return false;
  bool new_document = true;
  bool new_paragraph = false;
  Rows rows;
  std::string line;
  const auto finish = [&] {
    if (rows.empty()) return;
    if (new_document) documents->emplace_back();
    AppendSentence(rows, new_paragraph, &documents->back());
    new_document = new_paragraph = false;
    rows.clear();
  };
  while (std::getline(file, line)) {
    if (line.rfind("# newdoc", 0) == 0) {
      new_document = true;
    } else if (line.rfind("# newpar", 0) == 0) {
      new_paragraph = true;
    } else if (line.empty()) {
      finish();
    } else if (line[0] != '#') {
      std::vector<std::string> fields = SplitFields(line);
      if (fields.size() != 10) return false;
      if (fields[0].find('.') == std::string::npos) rows.push_back(fields);
    }
  }
  finish();
  return true;
}

// Turns spaces into line breaks so that lines hold at most `columns` bytes
// where they can; no offset moves.
void Wrap(size_t columns, std::string* text) {
  size_t line_begin = 0;
  size_t last_space = std::string::npos;
  for (size_t i = 0; i < text->size(); ++i) {
    if ((*text)[i] == '\n') {
      line_begin = i + 1;
      last_space = std::string::npos;
    } else if ((*text)[i] == ' ') {
      last_space = i;
    }
    if (i - line_begin >= columns && last_space != std::string::npos) {
      (*text)[last_space] = '\n';
      line_begin = last_space + 1;
      last_space = std::string::npos;
    }
  }
}

std::string OneLine(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c == '\n') c = '~';
  }
  return out;
}

std::string Context(const std::string& text, size_t begin, size_t end) {
  const size_t from = begin < 30 ? 0 : begin - 30;
  const std::string_view view(text);
  return OneLine(view.substr(from, begin - from)) + " [" +
         OneLine(view.substr(begin, end - begin)) + "] " +
         OneLine(view.substr(end, 30));
}

void Compare(const char* name, const std::string& text,
             const std::vector<Span>& gold, const std::vector<Span>& found,
             bool show, Counts* counts) {
  counts->gold += gold.size();
  counts->found += found.size();
  size_t g = 0;
  size_t f = 0;
  while (g < gold.size() || f < found.size()) {
    if (g < gold.size() && f < found.size() && gold[g] == found[f]) {
      ++counts->right;
      ++g;
      ++f;
    } else if (f == found.size() || (g < gold.size() && gold[g] < found[f])) {
      if (show) {
        std::cout << name
                  << " missed: " << Context(text, gold[g].first, gold[g].second)
                  << '\n';
      }
      ++g;
    } else {
      if (show) {
        std::cout << name << " false: "
                  << Context(text, found[f].first, found[f].second) << '\n';
      }
      ++f;
    }
  }
}

template <typename T>
std::vector<Span> SpansOf(const std::vector<T>& items) {
  std::vector<Span> spans;
  for (const T& item : items) spans.emplace_back(item.begin, item.end);
  return spans;
}

void Print(const char* name, const Counts& counts) {
  std::printf("%-10s P %6.2f  R %6.2f  F1 %6.2f  (%zu gold, %zu found)\n", name,
              100.0 * counts.right / counts.found,
              100.0 * counts.right / counts.gold, counts.F1(), counts.gold,
              counts.found);
}

const char* Value(const char* argument, const char* flag) {
  const size_t size = std::strlen(flag);
  return std::strncmp(argument, flag, size) == 0 ? argument + size : nullptr;
}

}  // namespace

int main(int argc, char** argv) {
  const char* path = nullptr;
  size_t wrap = 0;
  bool errors = false;
  double min_tokens = 0;
  double min_sentences = 0;
  for (int i = 1; i < argc; ++i) {
    if (const char* columns = Value(argv[i], "--wrap=")) {
      wrap = std::strtoul(columns, nullptr, 10);
    } else if (const char* tokens = Value(argv[i], "--min-tokens=")) {
      min_tokens = std::strtod(tokens, nullptr);
    } else if (const char* sentences = Value(argv[i], "--min-sentences=")) {
      min_sentences = std::strtod(sentences, nullptr);
    } else if (std::strcmp(argv[i], "--errors") == 0) {
      errors = true;
    } else {
      path = argv[i];
    }
  }
  std::vector<Gold> documents;
  if (path == nullptr || !ReadTreebank(path, &documents)) {
    std::cerr << "onym_ud_score: cannot read a treebank from "
              << (path == nullptr ? "no file" : path) << '\n';
    return 2;
  }
  Counts tokens;
  Counts sentences;
  for (Gold& gold : documents) {
    if (wrap != 0) Wrap(wrap, &gold.text);
    std::vector<onym::Token> found;
    std::vector<onym::Sentence> split;
    if (!onym::Tokenizer().Tokenize(gold.text, &found).ok()) return 2;
    onym::SentenceSplitter().Split(gold.text, found, &split);
    Compare("token", gold.text, gold.tokens, SpansOf(found), errors, &tokens);
    Compare("sentence", gold.text, gold.sentences, SpansOf(split), errors,
            &sentences);
  }
  Print("tokens", tokens);
  Print("sentences", sentences);
  return tokens.F1() >= min_tokens && sentences.F1() >= min_sentences ? 0 : 1;
}
