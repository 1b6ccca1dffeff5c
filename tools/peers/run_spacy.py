"""Runs a pipeline of spaCy, whose name is the first argument, cut down to what
finds entities."""

import sys

from rounds import measure, missing, read_texts

try:
    import spacy
except ImportError:
    missing("no Python package spacy")


def load(name):
    try:
        pipeline = spacy.load(name)
    except OSError:
        missing("no pipeline " + name)
    pipeline.select_pipes(enable=["ner"])
    return pipeline


def main():
    pipeline = load(sys.argv[1])
    texts = read_texts()

    def tag_all():
        return [[(entity.start_char, entity.end_char, entity.label_)
                 for entity in document.ents]
                for document in pipeline.pipe(texts)]

    measure("%s, %s %s" % (spacy.__version__, sys.argv[1],
                           pipeline.meta["version"]), tag_all, lambda r: r)


if __name__ == "__main__":
    main()
