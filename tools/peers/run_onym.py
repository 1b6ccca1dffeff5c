"""Runs the Python binding of Onym."""

from rounds import measure, missing, read_texts

try:
    import onym
except (ImportError, OSError) as error:
    missing("no Python package onym (%s)" % error)


def main():
    tagger, texts = onym.load(), read_texts()

    def tag_all():
        found = []
        for text in texts:
            entities = tagger(text).entities
            found.append([entities.column(name).tolist()
                          for name in ("begin", "end", "type")])
        return found

    print("tokens", sum(len(tagger(text).tokens) for text in texts), sep="\t")
    measure(onym.version(), tag_all, lambda result: [
        [(begin, end, tagger.types[number]) for begin, end, number
         in zip(*columns)] for columns in result])


if __name__ == "__main__":
    main()
