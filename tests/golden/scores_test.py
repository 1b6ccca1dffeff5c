"""Holds the default model to its scores on the development data.

usage: scores_test.py ONYM GOLD.jsonl LEAST_F1 [OPTION...]
"""

import subprocess
import sys


def main():
    onym, gold, least, *options = sys.argv[1:]
    table = subprocess.run([onym, "eval", *options, gold], check=True,
                           capture_output=True, text=True).stdout
    rows = {line.split()[0]: line.split() for line in table.splitlines()}
    f1 = float(rows["all"][-1])
    print(table)
    if f1 < float(least):
        sys.exit("F1 %.2f is below %s" % (f1, least))


if __name__ == "__main__":
    main()
