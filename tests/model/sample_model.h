// Small models that need no training.

#ifndef ONYM_TESTS_MODEL_SAMPLE_MODEL_H_
#define ONYM_TESTS_MODEL_SAMPLE_MODEL_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/labels.h"
#include "model/writer.h"

namespace onym::internal {

// A text and the entities that the sample model finds in it: "Anna Berg"
// (PERSON), "Oslo" (GPE), "5 May" (DATE), "Anna" (PERSON).
inline constexpr std::string_view kSampleText =
    "Anna Berg came to Oslo on 5 May. \"It is cold,\" said Anna.";

// A model of the types PERSON, GPE and DATE that knows the words of the sample
// text, with a few clusters and two name lists.
ModelContent SampleContent();

// The key of a feature that a word has by itself, whatever its neighbours.
uint64_t WordKey(std::string_view word);

// A feature of `word` that speaks for one label.
FeatureRow RowFor(std::string_view word, uint32_t type, Place place,
                  int8_t weight);

// The hash under which a name is listed.
uint64_t NameHash(const std::vector<std::string_view>& words);

// Makes `lists` (one bit a list) list the name, and its beginnings lead to it.
void AddName(const std::vector<std::string_view>& words, uint32_t lists,
             std::vector<PhraseEntry>* phrases);

// Small models of many forms with names for them, the fuzzer's first inputs.
std::vector<std::pair<std::string, ModelContent>> FuzzModels();

}  // namespace onym::internal

#endif  // ONYM_TESTS_MODEL_SAMPLE_MODEL_H_
