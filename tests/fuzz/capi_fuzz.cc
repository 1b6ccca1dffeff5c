// Drives the C interface by the bytes of the input: a sequence of calls on a
// few objects, with arguments that are often wrong. What must hold after each
// call is checked; the sanitizers watch the rest.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "onym/onym.h"

namespace {

// Stops the program if a promise of onym.h is broken.
void Require(bool condition, const char* promise) {
  if (condition) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

// The bytes of the input, taken from its front.
class Input {
 public:
  Input(const uint8_t* data, size_t size) : at_(data), left_(size) {}

  bool empty() const { return left_ == 0; }

  uint8_t Byte() {
    if (left_ == 0) return 0;
    --left_;
    return *at_++;
  }

  // A number of any size; small ones are likely.
  uint64_t Number() {
    const uint8_t kind = Byte();
    if (kind < 128) return kind % 12;
    uint64_t number = 0;
    for (int i = 0; i < kind % 9; ++i) number = number << 8 | Byte();
    return number;
  }

  // A real number; most are near the range of a probability.
  double Real() {
    static constexpr double kOdd[] = {-0.5, 1e300, -1e-300, 0.0, 1.0};
    const uint8_t kind = Byte();
    if (kind < 128) return kind / 100.0;
    if (kind == 255) return std::strtod("nan", nullptr);
    return kOdd[kind % 5];
  }

  // Some bytes, copied so that a read past their end is seen.
  std::vector<char> Bytes() {
    size_t size = Byte();
    if (size >= 192) size = (size - 192) << 8 | Byte();
    size = size < left_ ? size : left_;
    std::vector<char> bytes(at_, at_ + size);
    at_ += size;
    left_ -= size;
    return bytes;
  }

 private:
  const uint8_t* at_;
  size_t left_;
};

// A text as C callers pass it: usually some bytes, sometimes a lie that the
// library has to see through.
struct Text {
  explicit Text(Input* input) : bytes(input->Bytes()) {
    pointer = bytes.empty() ? nullptr : bytes.data();
    size = bytes.size();
    const uint8_t lie = input->Byte();
    if (lie == 1) pointer = nullptr;
    if (lie == 2) size = SIZE_MAX - input->Byte();
    if (lie == 3) size = size_t{ONYM_MAX_TEXT_SIZE} + 1;
  }

  std::vector<char> bytes;
  const char* pointer;
  size_t size;
};

// What a progress function learns, and when it asks to stop.
struct Progress {
  size_t last = 0;
  size_t stop_at = SIZE_MAX;
};

int32_t Watch(void* context, size_t done, size_t count) {
  auto* progress = static_cast<Progress*>(context);
  Require(done > progress->last && done <= count, "progress grows");
  progress->last = done;
  return done >= progress->stop_at ? -1 : 0;
}

// The objects that calls work on. Any may be NULL.
struct Objects {
  ~Objects() {
    onym_tagger_free(tagger);
    onym_options_free(options);
    onym_scratch_free(scratch);
    onym_offset_map_free(map);
    onym_document_free(document);
  }

  onym_tagger* tagger = nullptr;
  onym_options* options = nullptr;
  onym_scratch* scratch = nullptr;
  onym_offset_map* map = nullptr;
  onym_document* document = nullptr;
  Progress progress;
};

// A model is opened once: that is what programs do.
const onym_tagger* DefaultTagger() {
  static const onym_tagger* const tagger = [] {
    onym_tagger* opened = nullptr;
    onym_tagger_open_default(&opened, nullptr);
    return opened;
  }();
  return tagger;
}

// What every call that can fail owes its caller. Takes the error.
void CheckOutcome(onym_status status, onym_error* error) {
  Require(onym_error_status(error) == status, "status and error agree");
  Require((error == nullptr) == (status == ONYM_OK), "an error on failure");
  Require(status != ONYM_INTERNAL, "no internal error");
  size_t size = 0;
  const char* message = onym_error_message(error, &size);
  Require(message[size] == '\0', "a message ends with a NUL");
  Require(std::strcmp(onym_status_name(status), "UNRECOGNIZED") != 0,
          "a status has a name");
  onym_error_free(error);
}

// The same for calls that make an object: it replaces *slot.
template <typename Object>
void CheckNew(onym_status status, onym_error* error, Object* made,
              void (*free_object)(Object*) noexcept, Object** slot) {
  Require((made != nullptr) == (status == ONYM_OK), "a result on success");
  CheckOutcome(status, error);
  free_object(*slot);
  *slot = made;
}

// Checks the arrays of a document, each of whose offsets is at most `end`.
void CheckDocument(const onym_document* document, uint64_t end) {
  size_t token_count = 0;
  size_t sentence_count = 0;
  size_t entity_count = 0;
  const onym_token* tokens = onym_document_tokens(document, &token_count);
  const onym_sentence* sentences =
      onym_document_sentences(document, &sentence_count);
  const onym_entity* entities = onym_document_entities(document, &entity_count);
  uint64_t place = 0;
  for (size_t i = 0; i < token_count; ++i) {
    Require(tokens[i].begin >= place && tokens[i].end > tokens[i].begin,
            "tokens are sorted");
    place = tokens[i].end;
  }
  Require(place <= end, "tokens lie in the text");
  uint64_t token = 0;
  for (size_t i = 0; i < sentence_count; ++i) {
    Require(sentences[i].first_token == token, "sentences follow each other");
    Require(sentences[i].end_token > token, "a sentence has a token");
    token = sentences[i].end_token;
  }
  Require(token == token_count, "each token is in a sentence");
  token = 0;
  for (size_t i = 0; i < entity_count; ++i) {
    const onym_entity& entity = entities[i];
    Require(entity.first_token >= token, "entities are sorted");
    Require(entity.end_token > entity.first_token, "an entity has a token");
    Require(entity.end_token <= token_count, "an entity has tokens");
    Require(entity.begin == tokens[entity.first_token].begin &&
                entity.end == tokens[entity.end_token - 1].end,
            "an entity lies on its tokens");
    Require(entity.confidence >= 0 && entity.confidence <= 1,
            "a confidence is a probability");
    Require(onym_document_type_name(document, entity.type, nullptr) != nullptr,
            "a type has a name");
    token = entity.end_token;
  }
}

void MakeOrFree(Input* input, Objects* objects) {
  onym_error* error = nullptr;
  onym_options* options = nullptr;
  onym_scratch* scratch = nullptr;
  switch (input->Byte() % 7) {
    case 0: {
      const onym_status status = onym_options_new(&options, &error);
      CheckNew(status, error, options, onym_options_free, &objects->options);
      break;
    }
    case 1: {
      const onym_status status = onym_scratch_new(&scratch, &error);
      CheckNew(status, error, scratch, onym_scratch_free, &objects->scratch);
      break;
    }
    case 2:
      onym_options_free(objects->options);
      objects->options = nullptr;
      break;
    case 3:
      onym_scratch_free(objects->scratch);
      objects->scratch = nullptr;
      break;
    case 4:
      onym_tagger_free(objects->tagger);
      objects->tagger = nullptr;
      break;
    case 5:
      onym_document_free(objects->document);
      objects->document = nullptr;
      break;
    default:
      onym_offset_map_free(objects->map);
      objects->map = nullptr;
  }
}

void SetOption(Input* input, Objects* objects) {
  onym_error* error = nullptr;
  onym_status status;
  const int32_t key = static_cast<int32_t>(input->Number());
  const uint8_t how = input->Byte();
  if (how >= 224) {
    objects->progress.stop_at = how % 2 == 0 ? input->Byte() : SIZE_MAX;
    status = onym_options_set_progress(objects->options,
                                       how % 8 == 1 ? nullptr : Watch,
                                       &objects->progress, &error);
  } else if (how % 2 == 0) {
    const auto value = static_cast<int64_t>(input->Number());
    status = onym_options_set_int(objects->options, key, value, &error);
  } else {
    const double value = input->Real();
    status = onym_options_set_double(objects->options, key, value, &error);
  }
  CheckOutcome(status, error);
}

void Open(Input* input, Objects* objects) {
  onym_error* error = nullptr;
  onym_tagger* tagger = nullptr;
  onym_status status;
  const bool from_file = input->Byte() % 4 == 0;
  const Text text(input);
  if (from_file && text.size == text.bytes.size()) {
    // Nothing that exists, so that no device or pipe is opened.
    const std::string path =
        "no/such/folder/" + std::string(text.bytes.begin(), text.bytes.end());
    status = onym_tagger_open(path.data(), path.size(), &tagger, &error);
  } else {
    status = onym_tagger_open_bytes(text.pointer, text.size, &tagger, &error);
  }
  CheckNew(status, error, tagger, onym_tagger_free, &objects->tagger);
}

void TagBatch(Input* input, Objects* objects) {
  onym_error* error = nullptr;
  const uint8_t how = input->Byte();
  std::vector<Text> texts;
  for (int i = 0; i < how % 8; ++i) texts.emplace_back(input);
  std::vector<onym_text> batch;
  batch.reserve(texts.size());
  for (const Text& text : texts) batch.push_back({text.pointer, text.size});
  const onym_tagger* tagger = how < 32 ? objects->tagger : DefaultTagger();
  // What stands there before must not matter.
  std::vector<onym_document*> documents(texts.size(), objects->document);
  objects->progress.last = 0;
  const onym_status status = onym_tagger_tag_batch(
      tagger, how >= 248 ? nullptr : batch.data(), batch.size(),
      objects->options, documents.data(), &error);
  for (size_t i = 0; i < documents.size(); ++i) {
    Require((documents[i] != nullptr) == (status == ONYM_OK), "all or nothing");
    if (documents[i] != nullptr) CheckDocument(documents[i], batch[i].size);
    onym_document_free(documents[i]);
  }
  Require(status != ONYM_CANCELLED ||
              objects->progress.last >= objects->progress.stop_at,
          "only the caller cancels");
  CheckOutcome(status, error);
}

void Analyse(Input* input, Objects* objects) {
  onym_error* error = nullptr;
  onym_document* document = nullptr;
  onym_status status;
  const uint8_t how = input->Byte();
  if (how >= 224) return TagBatch(input, objects);
  const Text text(input);
  if (how % 4 == 0) {
    status = onym_segment(text.pointer, text.size, objects->options, &document,
                          &error);
  } else {
    const onym_tagger* tagger =
        how % 4 == 1 ? objects->tagger : DefaultTagger();
    onym_scratch* scratch = how % 8 < 4 ? objects->scratch : nullptr;
    status = onym_tagger_tag(tagger, text.pointer, text.size, objects->options,
                             scratch, &document, &error);
  }
  if (document != nullptr) CheckDocument(document, text.size);
  CheckNew(status, error, document, onym_document_free, &objects->document);
}

void Ask(Input* input, Objects* objects) {
  const int32_t key = static_cast<int32_t>(input->Number());
  const int32_t has = onym_has_feature(key);
  Require(has == 0 || (has == 1 && (key == 1 || key == 2)), "known features");
  const uint32_t type = static_cast<uint32_t>(input->Number());
  for (const onym_tagger* tagger :
       {DefaultTagger(), static_cast<const onym_tagger*>(objects->tagger)}) {
    size_t size = 1;
    const char* string = onym_tagger_info_string(tagger, key, &size);
    Require(string != nullptr ? string[size] == '\0' : size == 0,
            "a string ends with a NUL");
    string = onym_tagger_type_name(tagger, type, &size);
    Require((string != nullptr) == (type < onym_tagger_type_count(tagger)),
            "each type has a name");
    onym_tagger_info_number(tagger, key);
  }
  size_t size = 1;
  const char* name = onym_document_type_name(objects->document, type, &size);
  Require(name != nullptr ? name[size] == '\0' : size == 0,
          "a name ends with a NUL");
}

void Decode(Input* input) {
  onym_error* error = nullptr;
  size_t size = 1;
  const size_t capacity = static_cast<size_t>(input->Byte());
  const bool lie = input->Byte() == 1;
  const Text text(input);
  std::vector<char> buffer(capacity);
  const onym_status status = onym_decode_references(
      text.pointer, text.size, lie ? nullptr : buffer.data(), capacity, &size,
      &error);
  Require(status == ONYM_OK || size == 0, "no result on failure");
  CheckOutcome(status, error);
}

void MapOffsets(Input* input, Objects* objects) {
  onym_error* error = nullptr;
  if (input->Byte() % 2 == 0) {
    onym_offset_map* map = nullptr;
    const Text text(input);
    const onym_status status =
        onym_offset_map_new(text.pointer, text.size, &map, &error);
    CheckNew(status, error, map, onym_offset_map_free, &objects->map);
    return;
  }
  const int32_t from = static_cast<int32_t>(input->Number());
  const int32_t to = static_cast<int32_t>(input->Number());
  std::vector<uint32_t> offsets(input->Byte() % 16);
  for (uint32_t& offset : offsets) {
    offset = static_cast<uint32_t>(input->Number());
  }
  const bool lie = input->Byte() == 1;
  const onym_status status =
      onym_offset_map_convert(objects->map, from, to, offsets.data(),
                              lie ? SIZE_MAX : offsets.size(), &error);
  CheckOutcome(status, error);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Input input(data, size);
  Objects objects;
  while (!input.empty()) {
    switch (input.Byte() % 7) {
      case 0:
        MakeOrFree(&input, &objects);
        break;
      case 1:
        SetOption(&input, &objects);
        break;
      case 2:
        Open(&input, &objects);
        break;
      case 3:
        Analyse(&input, &objects);
        break;
      case 4:
        Ask(&input, &objects);
        break;
      case 5:
        Decode(&input);
        break;
      default:
        MapOffsets(&input, &objects);
    }
  }
  return 0;
}
