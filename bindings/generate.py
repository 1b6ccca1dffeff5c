#!/usr/bin/env python3
"""Writes the part of each binding that repeats onym.h: its constants, the
layout of its structs, and for Python the declarations of its functions.

    bindings/generate.py            # writes the files
    bindings/generate.py --check    # fails if one differs from what it would be
"""

import re
import sys
import textwrap
from pathlib import Path

import header

BINDINGS = Path(__file__).resolve().parent
HEADER = BINDINGS.parent / "capi" / "include" / "onym" / "onym.h"
NOTICE = "Made from onym.h by bindings/generate.py; do not edit."


def comment(text, mark, indent=""):
    """Returns the lines of a comment, none for an empty text."""
    start = indent + mark + " "
    return textwrap.wrap(text, 80, initial_indent=start,
                         subsequent_indent=start)


def block_comment(text, indent=""):
    """Returns the lines of a comment as Java and JavaScript write them."""
    if not text:
        return []
    text = text.replace("@", "&#64;")
    if len(indent + text) <= 73:
        return [indent + "/** " + text + " */"]
    lines = textwrap.wrap(text, 77 - len(indent))
    return ([indent + "/**"] + [indent + " * " + line for line in lines] +
            [indent + " */"])


NODE_TYPES = {"uint16_t": "Uint16", "uint32_t": "Uint32", "float": "Float32"}


def python(h):
    lines = ['"""%s"""' % NOTICE, "", "from enum import IntEnum, IntFlag", ""]
    lines += ["%s = %d" % pair for pair in h.numbers.items()]
    for enum in h.enums:
        base = "IntFlag" if enum.name.endswith("Flag") else "IntEnum"
        lines += ["", "", "class %s(%s):" % (enum.name, base)]
        doc = textwrap.wrap(enum.doc, 74)
        lines += textwrap.indent('"""%s"""' % "\n".join(doc),
                                 "    ").split("\n") + [""]
        for member in enum.members:
            lines += comment(member.doc, "#:", "    ")
            lines.append("    %s = %d" % (member.name, member.value))
    lines += ["", "", 'DECLARATIONS = """', h.declarations, '"""']
    return lines


def node_js(h):
    lines = ["// " + NOTICE, ""]
    lines += ["export const %s = %d;" % pair for pair in h.numbers.items()]
    for enum in h.enums:
        lines += ["", "export const %s = Object.freeze({" % enum.name]
        lines += ["  %s: %d," % (m.name, m.value) for m in enum.members]
        lines += ["});"]
    for struct in h.structs:
        lines += ["", "// Sizes and places in bytes.",
                  "export const %sLayout = Object.freeze({" % struct.name,
                  "  size: %d," % struct.size, "  fields: ["]
        lines += ['    { name: "%s", type: "%s", offset: %d },' % (
            camel(f.name), NODE_TYPES[f.c_type], f.offset)
                  for f in struct.fields]
        lines += ["  ],", "});"]
    lines += ["", "// As koffi reads them.", "export const FUNCTIONS = ["]
    lines += ['  "%s",' % koffi(d) for d in h.declarations.splitlines()
              if not d.startswith("typedef")]
    return lines + ["];"]


def koffi(declaration):
    """Returns a declaration with the types that koffi knows: a pointer is just
    that, but for a string that is returned."""
    head, arguments = re.fullmatch(r"(.*?)\((.*)\);", declaration).groups()
    simple = []
    for argument in [head] + arguments.replace("void", "").split(", "):
        kind, name = re.fullmatch(r"(?:(.*?[ *]))?(\w*)", argument).groups()
        if "*" in (kind or "") and (kind != "const char* " or simple):
            kind = "void *"
        simple.append((kind or "") + name)
    text = "%s(%s)" % (simple[0], ", ".join(simple[1:]))
    return re.sub(r"\bonym_status ", "int32_t ", text).replace(
        "onym_progress ", "OnymProgress *")


def node_types(h):
    lines = ["// " + NOTICE, ""]
    lines += ["export const %s: %d;" % pair for pair in h.numbers.items()]
    for enum in h.enums:
        lines += [""] + block_comment(enum.doc)
        lines += ["export const %s: {" % enum.name]
        for member in enum.members:
            lines += block_comment(member.doc, "  ")
            lines.append("  readonly %s: %d;" % (member.name, member.value))
        lines += ["};"]
    return lines


RUST_RANGES = [
    ("Returns the place in the text.", "range", "begin", "end"),
    ("Returns the place among the tokens.", "tokens", "first_token",
     "end_token"),
]


def rust(h):
    types = {"TokenKind": "u16", "TokenFlag": "u16"}
    fields = {"uint16_t": "u16", "uint32_t": "u32", "float": "f32"}
    lines = ["// " + NOTICE, "",
             "use super::{onym_progress, onym_status, onym_text};",
             "use std::ops::Range;", "use std::os::raw::{c_char, c_void};", ""]
    for name, value in h.numbers.items():
        kind = "i32" if name == "ABI_VERSION" else "usize"
        lines.append("pub const ONYM_%s: %s = %d;" % (name, kind, value))
    for enum in h.enums:
        lines.append("")
        for member in enum.members:
            lines += comment(member.doc, "///")
            lines.append("pub const %s: %s = %d;" % (
                member.c_name, types.get(enum.name, "i32"), member.value))
    for struct in h.structs:
        lines += [""] + comment(struct.doc, "///")
        lines += ["#[repr(C)]", "#[derive(Clone, Copy, Debug, PartialEq)]",
                  "pub struct onym_%s {" % struct.name.lower()]
        lines += ["    pub %s: %s," % ("type_" if f.name == "type" else f.name,
                                       fields[f.c_type])
                  for f in struct.fields]
        lines += ["}", "", "impl onym_%s {" % struct.name.lower()]
        for doc, name, begin, end in RUST_RANGES:
            if begin in [f.name for f in struct.fields]:
                lines += ["    /// " + doc,
                          "    pub fn %s(&self) -> Range<usize> {" % name,
                          "        self.%s as usize..self.%s as usize" %
                          (begin, end), "    }"]
        lines += ["}"]
    for name in re.findall(r"^typedef struct (\w+) \1;", h.declarations, re.M):
        lines += ["", "#[repr(C)]", "pub struct %s {" % name,
                  "    _private: [u8; 0],", "}"]
    lines += ["", 'extern "C" {']
    for result, name, arguments in re.findall(
            r"^(?!typedef)(.*?)(\w+)\((.*)\);", h.declarations, re.M):
        lines.append("    pub fn %s(%s)%s;" % (
            name, rust_arguments(arguments),
            "" if result == "void " else " -> " + rust_type(result)))
    return lines + ["}"]


def rust_arguments(arguments):
    if arguments == "void":
        return ""
    pairs = [re.fullmatch(r"\s*(.*?)(\w+)", argument).groups()
             for argument in arguments.split(",")]
    return ", ".join("%s: %s" % ("type_" if name == "type" else name,
                                 rust_type(c_type)) for c_type, name in pairs)


def rust_type(c_type):
    base, stars = re.fullmatch(r"(?:const )?(\w+)\s*(\**)\s*", c_type).groups()
    inner = "*const " if c_type.startswith("const ") else "*mut "
    pointers = "*mut " * (len(stars) - 1) + (inner if stars else "")
    names = {"char": "c_char", "void": "c_void", "size_t": "usize",
             "double": "f64"}
    base = names.get(base) or re.sub(r"^(u?)int(\d+)_t$",
                                     lambda m: (m[1] or "i") + m[2], base)
    return pointers + base


def rust_types(h):
    lines = ["// " + NOTICE]
    for enum in h.enums:
        if enum.name == "Option":
            continue
        # The numbers that stand in a token stay numbers.
        plain = enum.name.startswith("Token")
        lines += [""] + comment(enum.doc, "///") + [
            "#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]",
            "pub struct %s%s;" % (enum.name, "" if plain else "(pub i32)"), "",
            "#[allow(missing_docs)]", "impl %s {" % enum.name]
        for member in enum.members:
            lines += comment(member.doc, "///", "    ")
            lines.append(("    pub const %s: u16 = %d;" if plain else
                          "    pub const %s: Self = Self(%d);") %
                         (member.name, member.value))
        lines += ["}"]
    return lines


def go(h):
    types = {"TokenKind": "uint16", "TokenFlag": "uint16"}
    lines = ["// Code generated from onym.h by bindings/generate.py; "
             "DO NOT EDIT.", "", "package onym", "", "const ("]
    lines += go_aligned([([], go_name(name), "= %d" % value)
                         for name, value in h.numbers.items()]) + [")"]
    for enum in h.enums:
        lines += [""] + comment(enum.name + ": " + enum.doc if enum.doc else "",
                                "//")
        lines += ["type %s %s" % (enum.name, types.get(enum.name, "int32")), "",
                  "const ("]
        start = enum.name.replace("Kind", "").replace("Flag", "")
        lines += go_aligned(
            [(comment(m.doc, "//", "\t"), start + go_name(m.name),
              "%s = %d" % (enum.name, m.value)) for m in enum.members])
        lines += [")"]
    return lines


def go_aligned(rows):
    """Returns the lines of a block of constants as gofmt aligns them: those
    that no comment separates."""
    lines, run = [], []
    for doc, name, rest in rows + [(["end"], "", "")]:
        if doc:
            width = max((len(name) for name, _ in run), default=0)
            lines += ["\t%s %s" % (n.ljust(width), r) for n, r in run]
            lines += doc if name else []
            run = []
        run.append((name, rest))
    return lines


def go_name(name):
    """Turns a name of C into one of Go, UTF16 or ABI_VERSION for instance."""
    return "".join(word if word in ("ABI", "OK", "URL", "UTF16")
                   else word.capitalize() for word in name.split("_"))


def java(h):
    lines = ["// " + NOTICE, "package org.onym;", "",
             "/** The numbers of the C interface. */",
             "public final class Constants {",
             "  private Constants() {}", ""]
    for name, value in h.numbers.items():
        kind, end = ("int", "") if value < 2**31 else ("long", "L")
        lines.append("  public static final %s %s = %d%s;" %
                     (kind, name, value, end))
    for enum in h.enums:
        lines += [""] + block_comment(enum.doc, "  ")
        lines += ["  public static final class %s {" % enum.name,
                  "    private %s() {}" % enum.name, ""]
        for member in enum.members:
            lines += block_comment(member.doc, "    ")
            lines.append("    public static final int %s = %d;" %
                         (member.name, member.value))
        lines += ["  }"]
    for struct in h.structs:
        name = struct.name + "Layout"
        lines += ["", "  /** Sizes and places in bytes. */",
                  "  static final class %s {" % name,
                  "    private %s() {}" % name, "",
                  "    static final int SIZE = %d;" % struct.size]
        lines += ["    static final int %s = %d;" % (f.name.upper(), f.offset)
                  for f in struct.fields]
        lines += ["  }"]
    return lines + ["}"]


def camel(name):
    """Turns end_token into endToken."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


FILES = {
    "python/src/onym/_interface.py": python,
    "node/constants.js": node_js,
    "node/constants.d.ts": node_types,
    "rust/onym-sys/src/interface.rs": rust,
    "rust/onym/src/constants.rs": rust_types,
    "go/constants.go": go,
    "java/src/main/java/org/onym/Constants.java": java,
}


def main(arguments):
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    h = header.read(HEADER)
    drifted = []
    for name, write in FILES.items():
        path = BINDINGS / name
        text = "\n".join(write(h)) + "\n"
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        drifted.append(name)
        if not arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for name in drifted if arguments else []:
        print("bindings/%s does not match onym.h; run bindings/generate.py" %
              name, file=sys.stderr)
    return 1 if arguments and drifted else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
