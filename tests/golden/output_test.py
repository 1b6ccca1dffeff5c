"""The program's output is the same, bit by bit, for every number of jobs, and
for every compiler and kind of build: each compares it with the same checksum.

usage: output_test.py ONYM CHECKSUM_FILE TEXT...

With ONYM_UPDATE_GOLDEN in the environment the checksum is written instead.
"""

import hashlib
import os
import pathlib
import subprocess
import sys


def main():
    onym, golden, *texts = sys.argv[1:]
    outputs = {
        jobs: subprocess.run(
            [onym, "tag", "--input=lines", "--output=jsonl", f"--jobs={jobs}",
             *texts], check=True, capture_output=True).stdout
        for jobs in range(1, 9)}
    differing = [jobs for jobs in outputs if outputs[jobs] != outputs[1]]
    if differing:
        sys.exit(f"the output differs with {differing} jobs from that with 1")
    if outputs[1].count(b'"confidence"') < 20:
        sys.exit("there are hardly any entities")
    # Identifiers hold the paths of the texts, which are elsewhere elsewhere.
    output = outputs[1]
    for text in texts:
        output = output.replace(text.encode(), b"")
    checksum = hashlib.sha256(output).hexdigest() + "\n"
    path = pathlib.Path(golden)
    if os.environ.get("ONYM_UPDATE_GOLDEN"):
        path.write_text(checksum)
    elif path.read_text() != checksum:
        sys.exit(f"{path} is of another output than\n{output.decode()}")


if __name__ == "__main__":
    main()
