"""What a call of the Python binding costs over the C call that it wraps, on one
article, with the entities taken as arrays. Prints the time of both, which a
tenth of the rounds stays below, and their ratio. The two alternate, so that
whatever else runs on the machine hits both alike.

    python bench/overhead.py FILE [ROUNDS]
"""

import sys
import time

import onym
from onym._interface import Option
from onym._library import call, ffi, lib, make


def c_call(tagger, data, options, scratch):
    """Tags without Onym's Python; includes what cffi itself costs."""
    document = ffi.new("onym_document **")
    start = time.perf_counter_ns()
    status = lib.onym_tagger_tag(tagger._handle, data, len(data), options,
                                 scratch, document, ffi.NULL)
    lib.onym_document_free(document[0])
    end = time.perf_counter_ns()
    assert status == onym.Status.OK
    return end - start


def python_call(tagger, text):
    start = time.perf_counter_ns()
    entities = tagger(text).entities
    for name in ("begin", "end", "type", "confidence"):
        entities.column(name).tolist()
    return time.perf_counter_ns() - start


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        text = file.read()
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    tagger = onym.load()
    options = make("options", lib.onym_options_new)
    call(lib.onym_options_set_int, options, Option.OFFSET_UNIT,
         onym.Unit.CODE_POINT)
    scratch = make("scratch", lib.onym_scratch_new)
    data = text.encode()
    times = [(c_call(tagger, data, options, scratch), python_call(tagger, text))
             for _ in range(rounds)]
    c, python = (sorted(column)[rounds // 10] / 1000 for column in zip(*times))
    print("%d bytes: C %.1f us, Python %.1f us, Python/C %.3f" %
          (len(data), c, python, python / c))


if __name__ == "__main__":
    main()
