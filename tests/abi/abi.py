"""The binary interface of the C library: how it is written down and compared.

The interface is described by libabigail (abidw) from a witness: a library in C
that is generated from onym.h, with an empty body for each function and a
variable for each enum, and that therefore holds what the header says and
nothing else. The committed baseline is the description of a witness. A new
header is compared by its own witness, a build by its debug information.

What libabigail 2.2 does not see unless told, and what is done about it:
- enums that no signature mentions are not described: --load-all-types, and a
  variable in the witness that keeps the compiler from dropping them;
- changes of enumerators are taken for harmless, and additions for changes: the
  enumerators are compared here, from the descriptions;
- a description without source locations, compared with a library itself, hides
  a grown struct: both sides are always descriptions;
- a function whose symbol has a version is not compared with one that has none:
  the witness is linked with onym.map, as the library is;
- opaque structs of the implementation would count: --headers-dir with
  --drop-private-types keeps to the public header.
"""

import os
import pathlib
import re
import subprocess
import xml.etree.ElementTree as ElementTree

# The witness has the soname of the library, so that a new one shows.
WITNESS_FLAGS = ["-std=c99", "-g", "-O0", "-fPIC", "-shared",
                 "-Wl,-soname,libonym.so.1"]


class Failure(Exception):
    """A tool did not work; this says nothing about the interface."""


def run(command, cwd=None, env=None):
    """Runs a tool and returns its exit status and output."""
    process = subprocess.run([str(part) for part in command],
                             capture_output=True, text=True, cwd=cwd, env=env)
    return process.returncode, process.stdout + process.stderr


def witness_source(header):
    """Returns the C program that stands for a header, given as text."""
    code = re.sub(r"/\*.*?\*/", " ", header, flags=re.DOTALL)
    code = re.sub(r"^\s*#.*(?:\\\n.*)*$", "", code, flags=re.MULTILINE)
    parts = ['#include "onym/onym.h"\n']
    for prototype in re.findall(r"\bONYM_API\b([^;]*);", code):
        returns_nothing = re.match(r"\s*void\s+onym_", prototype) is not None
        parts.append("ONYM_API %s { %s }\n" %
                     (" ".join(prototype.split()),
                      "" if returns_nothing else "return 0;"))
    for n, name in enumerate(re.findall(r"\btypedef\s+enum\s+(\w+)", code)):
        parts.append("static enum %s kept_%d __attribute__((used));\n" %
                     (name, n))
    return "".join(parts)


def build_witness(compiler, capi, work_dir):
    """Builds the witness of a folder like capi/ and returns its path."""
    capi, work_dir = pathlib.Path(capi), pathlib.Path(work_dir)
    source = work_dir / "witness.c"
    header = capi / "include" / "onym" / "onym.h"
    source.write_text(witness_source(header.read_text(encoding="utf-8")),
                      encoding="utf-8")
    library = work_dir / "witness.so"
    status, output = run([compiler, *WITNESS_FLAGS, "-I", capi / "include",
                          "-Wl,--version-script=%s" % (capi / "onym.map"),
                          source.name, "-o", library], cwd=work_dir)
    if status != 0:
        raise Failure("the witness does not compile:\n" + output)
    return library


def run_program(compiler, flags, capi, library, arguments, work_dir):
    """Builds program.c of a folder like capi/ and runs it with a library. It is
    linked with the witness of its own header, as if the library did not exist
    yet, and meets that only when it starts."""
    capi, work_dir = pathlib.Path(capi), pathlib.Path(work_dir)
    witness = build_witness(compiler, capi, work_dir)
    program = work_dir / "program"
    status, output = run([compiler, *flags, "-std=c99", "-Wall", "-Werror",
                          "-I", capi / "include", capi / "program.c", witness,
                          "-o", program])
    if status != 0:
        raise Failure("the program does not compile:\n" + output)
    search = {"LD_LIBRARY_PATH": str(pathlib.Path(library).parent)}
    return run([program, *arguments], env={**os.environ, **search})


def describe(library, capi, description, all_types=False):
    """Writes the description of a library into the file `description`."""
    command = ["abidw", "--headers-dir",
               pathlib.Path(capi, "include", "onym"), "--drop-private-types", "--no-corpus-path",
               "--no-comp-dir-path", "--no-show-locs", "--out-file",
               description]
    if all_types:
        command.append("--load-all-types")
    status, output = run([*command, library])
    if status != 0:
        raise Failure("abidw failed:\n" + output)
    if not functions(description):
        raise Failure("%s has no debug information about functions" % library)


def describe_header(compiler, capi, description, work_dir):
    """Writes the description of a folder's header into `description`."""
    library = build_witness(compiler, capi, work_dir)
    describe(library, capi, description, all_types=True)


def functions(description):
    """Returns the names of the functions that a description tells about."""
    root = ElementTree.parse(description).getroot()
    return {node.get("elf-symbol-id").split("@")[0]
            for node in root.iter("function-decl")
            if node.get("elf-symbol-id") is not None}


def enumerators(description):
    """Returns {(enum, name): value} of a description."""
    root = ElementTree.parse(description).getroot()
    return {(enum.get("name"), node.get("name")): int(node.get("value"))
            for enum in root.iter("enum-decl")
            for node in enum.iter("enumerator")}


def enum_breaks(old, new):
    """Tells how the enumerators of one description break with another's."""
    old, new = enumerators(old), enumerators(new)
    return ["%s::%s was %d and is %s" % (*key, value, new.get(key, "gone"))
            for key, value in sorted(old.items()) if new.get(key) != value]


def type_breaks(old, new):
    """Tells how functions and types of one description break with another's.
    Added functions do not count."""
    status, output = run(["abidiff", "--no-added-syms", "--harmless", old, new])
    if status & 3:
        raise Failure("abidiff failed:\n" + output)
    return [output] if status != 0 else []
