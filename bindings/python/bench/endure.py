"""One tagger under eight threads for a long time: every result is the same, and
the memory of the process does not grow after the first tenth. Prints the memory
and fails if one of that does not hold.

    python bench/endure.py FILE TEXTS

tags a text TEXTS times; ten minutes are about ten million of a short article.
"""

import os
import sys
import threading

import onym

THREADS = 8


def resident_bytes():
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def tag(tagger, text, expected, count, wrong):
    for i in range(count):
        # Sometimes alone, sometimes many at once.
        found = tagger.batch([text] * 4)[i % 4] if i % 4 == 0 else tagger(text)
        if found != expected:
            wrong.append(found)


def work(barrier, tagger, text, count, wrong):
    """Tags for a tenth of the count, then for the rest. After each, all threads
    wait until the memory is measured."""
    try:
        expected = tagger(text)
        for share in (count // 10, count - count // 10):
            tag(tagger, text, expected, share, wrong)
            barrier.wait()
            barrier.wait()
    except BaseException:
        barrier.abort()
        raise


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        text = file.read()
    count = int(sys.argv[2]) // THREADS
    tagger = onym.load()
    wrong, memory = [], []
    barrier = threading.Barrier(THREADS + 1)
    for _ in range(THREADS):
        threading.Thread(target=work, args=(
            barrier, tagger, text, count, wrong)).start()
    for _ in range(2):
        barrier.wait()
        memory.append(resident_bytes())
        barrier.wait()
    print("%d results differ; %.1f MB after a tenth, %.1f MB at the end" %
          (len(wrong), memory[0] / 1e6, memory[1] / 1e6))
    # The allocator's arenas and the working memory settle a little later.
    return 1 if wrong or memory[1] > memory[0] * 1.1 + 8e6 else 0


if __name__ == "__main__":
    sys.exit(main())
