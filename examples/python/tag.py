"""Prints the named entities of an article: type, confidence and text, one a
line. Usage: python tag.py FILE"""

import sys

import onym


def main():
    if len(sys.argv) != 2:
        print("usage: tag.py FILE", file=sys.stderr)
        return 2
    try:
        # Without translation of line ends, offsets are those in the file.
        with open(sys.argv[1], encoding="utf-8", newline="") as file:
            text = file.read()
        document = onym.load()(text)
    except (OSError, onym.Error) as error:
        print(error, file=sys.stderr)
        return 1
    for entity in document.entities:
        print(f"{entity.type}\t{entity.confidence:.2f}\t{entity.text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
