"""What each worker of Spark does with articles. Workers import this module, so
that they keep the model from one task to the next: what a task gets from the
main program is copied for each."""

import functools

import onym
import pandas as pd

SCHEMA = "path string, type string, text string, start int, end int, " \
    "confidence float"


@functools.lru_cache(maxsize=1)
def tagger():
    return onym.load()


def find(frames):
    """Yields the entities of frames of articles (path, value), for
    mapInPandas."""
    columns = [field.split()[0] for field in SCHEMA.split(", ")]
    for frame in frames:
        documents = tagger().batch(frame["value"])
        yield pd.DataFrame(
            [(path, e.type, e.text, e.begin, e.end, e.confidence)
             for path, document in zip(frame["path"], documents)
             for e in document.entities], columns=columns)
