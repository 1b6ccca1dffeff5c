/* Prints the named entities of an article: type, confidence and text, one a
 * line. Usage: tag FILE
 *
 *   cc tag.c $(pkg-config --cflags --libs onym) -o tag && ./tag ../article.txt
 */
#include <onym/onym.h>
#include <stdio.h>
#include <stdlib.h>

/* Reads a file whole. The caller frees the result, which is NULL on failure. */
static char* read_file(const char* path, size_t* size) {
  FILE* file = fopen(path, "rb");
  char* bytes = NULL;
  size_t capacity = 0;
  *size = 0;
  if (file == NULL) return NULL;
  do {
    char* more = realloc(bytes, capacity = 2 * capacity + 4096);
    if (more == NULL) break;
    bytes = more;
    *size += fread(bytes + *size, 1, capacity - *size, file);
  } while (*size == capacity);
  if (ferror(file) || !feof(file)) {
    free(bytes);
    bytes = NULL;
  }
  fclose(file);
  return bytes;
}

static void print_entities(const char* text, const onym_document* document) {
  size_t i, count;
  const onym_entity* entities = onym_document_entities(document, &count);
  for (i = 0; i < count; ++i) {
    const onym_entity* entity = &entities[i];
    printf("%s\t%.2f\t%.*s\n",
           onym_document_type_name(document, entity->type, NULL),
           entity->confidence, (int)(entity->end - entity->begin),
           text + entity->begin);
  }
}

int main(int argc, char** argv) {
  onym_tagger* tagger = NULL;
  onym_document* document = NULL;
  onym_error* error = NULL;
  int result = EXIT_FAILURE;
  size_t size;
  char* text;
  if (argc != 2) {
    fprintf(stderr, "usage: tag FILE\n");
    return 2;
  }
  text = read_file(argv[1], &size);
  if (text == NULL) {
    perror(argv[1]);
    return EXIT_FAILURE;
  }
  if (onym_tagger_open_default(&tagger, &error) == ONYM_OK &&
      onym_tagger_tag(tagger, text, size, NULL, NULL, &document, &error) ==
          ONYM_OK) {
    print_entities(text, document);
    result = EXIT_SUCCESS;
  } else {
    fprintf(stderr, "%s: %s\n", onym_status_name(onym_error_status(error)),
            onym_error_message(error, NULL));
  }
  onym_error_free(error);
  onym_document_free(document);
  onym_tagger_free(tagger);
  free(text);
  return result;
}
