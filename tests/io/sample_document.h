// Documents for the tests of the writers, made by hand: what a writer does must
// not depend on what a tokenizer or a model finds.

#ifndef ONYM_TESTS_IO_SAMPLE_DOCUMENT_H_
#define ONYM_TESTS_IO_SAMPLE_DOCUMENT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/writer.h"
#include "onym/document.h"

namespace onym {

// An entity over the tokens [first_token, end_token).
struct SampleEntity {
  uint32_t first_token;
  uint32_t end_token;
  uint32_t type;  // index into SampleTypes()
  float confidence;
};

// "PERSON", "ORG", "a<b".
const std::vector<std::string>& SampleTypes();

// A document whose tokens are the stretches between spaces and line feeds, and
// whose sentences are the stretches between line feeds that hold a token.
Document SampleDocument(std::string_view text,
                        const std::vector<SampleEntity>& entities = {});

// What `writer` makes of one document, without header and footer.
std::string Written(const DocumentWriter& writer, std::string_view id,
                    std::string_view text, const Document& document);

}  // namespace onym

#endif  // ONYM_TESTS_IO_SAMPLE_DOCUMENT_H_
