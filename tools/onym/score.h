// Scores of found entities against a gold annotation.

#ifndef ONYM_TOOLS_ONYM_SCORE_H_
#define ONYM_TOOLS_ONYM_SCORE_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace onym::tool {

struct TypedSpan {
  uint32_t begin;
  uint32_t end;
  std::string_view type;
};

struct Counts {
  uint64_t gold = 0;
  uint64_t found = 0;
  uint64_t right = 0;  // offsets and type are exactly those of a gold entity
};

// In percent; 0 where nothing was found, or nothing was there to be found.
double Precision(const Counts& counts);
double Recall(const Counts& counts);
double F1(const Counts& counts);

// What distinguishes one document's entities from its gold.
struct Difference {
  std::vector<TypedSpan> missed;    // in gold only
  std::vector<TypedSpan> spurious;  // found only
};

class Score final {
 public:
  // Adds a document. Both lists are in ascending order and do not overlap.
  Difference Add(const std::vector<TypedSpan>& gold,
                 const std::vector<TypedSpan>& found);

  // A table: a heading, a line for all types, and one for each type.
  std::string Table() const;

  const Counts& total() const { return total_; }
  const std::map<std::string, Counts, std::less<>>& types() const {
    return types_;
  }

 private:
  Counts* OfType(std::string_view type);

  Counts total_;
  std::map<std::string, Counts, std::less<>> types_;
};

}  // namespace onym::tool

#endif  // ONYM_TOOLS_ONYM_SCORE_H_
