// What a document object holds, and the conversion of its offsets.

#ifndef ONYM_CAPI_DOCUMENT_H_
#define ONYM_CAPI_DOCUMENT_H_

#include <string_view>

#include "onym/document.h"
#include "onym/offsets.h"

struct onym_document {
  onym::Document document;
};

namespace onym::capi {

// Rewrites every offset of *document, which are bytes of `text`, in `unit`.
void ConvertOffsets(std::string_view text, OffsetUnit unit,
                    onym_document* document);

}  // namespace onym::capi

#endif  // ONYM_CAPI_DOCUMENT_H_
