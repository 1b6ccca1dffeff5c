"""Tells whether the C library keeps its budget: built with bundled dependencies
and without a model, it is small, needs only the C and C++ runtime, and exports
what capi/onym.map lists. Usage: budget.py LIBRARY; exits with 1 if not.

The presets of the tests link the system's Abseil or are instrumented, so the
preset `budget` builds the library for this: see .ci/run.
"""

import pathlib
import subprocess
import sys
import tempfile

import functions

MOST_BYTES = 1_500_000
RUNTIME = ("libstdc++.so.6", "libgcc_s.so.1", "libm.so.6", "libc.so.6",
           "ld-linux-x86-64.so.2")
MAP = pathlib.Path(__file__).resolve().parents[2] / "capi" / "onym.map"


def stripped_size(library):
    """Returns the bytes of the library without symbols and debug information."""
    with tempfile.NamedTemporaryFile() as stripped:
        subprocess.run(["strip", "-o", stripped.name, library], check=True)
        return pathlib.Path(stripped.name).stat().st_size


def needed(library):
    """Returns the libraries that the loader will look for."""
    output = subprocess.run(["readelf", "--dynamic", "--wide", library],
                            check=True, capture_output=True, text=True).stdout
    return [line.split("[")[1].split("]")[0]
            for line in output.splitlines() if "(NEEDED)" in line]


def faults(size, libraries, exports):
    """Returns what is wrong with a library of these properties."""
    wrong = []
    if size > MOST_BYTES:
        wrong.append("it has more than %d bytes" % MOST_BYTES)
    wrong += ["it needs " + name for name in libraries if name not in RUNTIME]
    names, nodes = functions.listed(MAP.read_text(encoding="utf-8"))
    differing = set(exports) ^ set(names + nodes)
    wrong += ["%s is exported or listed, not both" % name
              for name in sorted(differing)]
    return wrong


def main(library):
    size, libraries = stripped_size(library), needed(library)
    exports = functions.exported("nm", library)
    print("%d bytes stripped, %d exported names, needs %s" %
          (size, len(exports), ", ".join(libraries)))
    wrong = faults(size, libraries, exports)
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
