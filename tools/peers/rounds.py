"""The part that the runners in Python share; README.md describes the output."""

import base64
import sys
import time

MISSING = 3


def missing(reason):
    """Ends the runner: what it should run is not installed."""
    print(reason, file=sys.stderr)
    sys.exit(MISSING)


def read_texts():
    return [base64.b64decode(line).decode() for line in sys.stdin]


def measure(version, work, entities):
    """Calls work() once, then in rounds. entities(result) has to be a list of
    (begin, end, type) for each text; it gets the result of the first call."""
    first = entities(work())
    print("version", version, sep="\t")
    for _ in range(int(sys.argv[-1])):
        start = time.perf_counter()
        work()
        print("seconds", time.perf_counter() - start, sep="\t")
    for number, found in enumerate(first):
        for entity in found:
            print("entity", number, *entity, sep="\t")
