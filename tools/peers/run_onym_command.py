"""Runs the program onym, whose path is the first argument, as a child that gets
and gives JSON lines; writing and reading these is part of what is timed."""

import json
import shutil
import subprocess
import sys
import threading

from rounds import measure, missing, read_texts


def main():
    path = shutil.which(sys.argv[1])
    if path is None:
        missing("no program " + sys.argv[1])
    version = subprocess.run([path, "--version"], capture_output=True,
                             check=True).stdout.decode().split()[-1]
    lines = [json.dumps({"text": text}).encode() + b"\n"
             for text in read_texts()]
    child = subprocess.Popen(
        [path, "tag", "--input=jsonl", "--output=jsonl", "--jobs=1",
         "--offsets=codepoint"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def send():
        try:
            child.stdin.writelines(lines)
            child.stdin.flush()
        except BrokenPipeError:
            pass  # The reader sees that the child has ended.

    def tag_all():
        # Both pipes may be full at the same time.
        sender = threading.Thread(target=send)
        sender.start()
        found = [child.stdout.readline() for _ in lines]
        sender.join()
        if not all(found):
            sys.exit(1)  # The child has said why.
        return found

    def entities(result):
        documents = [json.loads(line) for line in result]
        print("tokens", sum(len(each["tokens"]) for each in documents),
              sep="\t")
        return [[(e["begin"], e["end"], e["type"]) for e in each["entities"]]
                for each in documents]

    measure(version, tag_all, entities)
    child.stdin.close()
    sys.exit(child.wait())


if __name__ == "__main__":
    main()
