// Counts by one walk over two sorted lists.

#include "tools/onym/score.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

#include "absl/strings/str_format.h"

namespace onym::tool {
namespace {

double Percent(uint64_t part, uint64_t whole) {
  if (whole == 0) return 0;
  return 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

auto Key(const TypedSpan& span) {
  return std::tie(span.begin, span.end, span.type);
}

}  // namespace

double Precision(const Counts& counts) {
  return Percent(counts.right, counts.found);
}

double Recall(const Counts& counts) {
  return Percent(counts.right, counts.gold);
}

double F1(const Counts& counts) {
  return Percent(2 * counts.right, counts.gold + counts.found);
}

Counts* Score::OfType(std::string_view type) {
  const auto it = types_.find(type);
  if (it != types_.end()) return &it->second;
  return &types_.emplace(type, Counts()).first->second;
}

Difference Score::Add(const std::vector<TypedSpan>& gold,
                      const std::vector<TypedSpan>& found) {
  Difference difference;
  total_.gold += gold.size();
  total_.found += found.size();
  for (const TypedSpan& span : gold) ++OfType(span.type)->gold;
  for (const TypedSpan& span : found) ++OfType(span.type)->found;
  size_t g = 0;
  size_t f = 0;
  while (g < gold.size() || f < found.size()) {
    if (f == found.size() ||
        (g < gold.size() && Key(gold[g]) < Key(found[f]))) {
      difference.missed.push_back(gold[g++]);
    } else if (g == gold.size() || Key(found[f]) < Key(gold[g])) {
      difference.spurious.push_back(found[f++]);
    } else {
      ++total_.right;
      ++OfType(gold[g].type)->right;
      ++g;
      ++f;
    }
  }
  return difference;
}

std::string Score::Table() const {
  size_t width = 4;
  for (const auto& [type, counts] : types_) {
    width = std::max(width, type.size());
  }
  const int column = static_cast<int>(width);
  std::string table =
      absl::StrFormat("%-*s %7s %7s %7s %9s %7s %7s\n", column, "type", "gold",
                      "found", "right", "precision", "recall", "F1");
  const auto append = [&](const std::string& type, const Counts& counts) {
    absl::StrAppendFormat(&table, "%-*s %7d %7d %7d %9.2f %7.2f %7.2f\n",
                          column, type, counts.gold, counts.found, counts.right,
                          Precision(counts), Recall(counts), F1(counts));
  };
  append("all", total_);
  for (const auto& [type, counts] : types_) append(type, counts);
  return table;
}

}  // namespace onym::tool
