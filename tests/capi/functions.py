"""Reads the functions of the C interface where they are written down: the
header, the list of exports, the shared library, the bodies, a program."""

import re
import subprocess

NAME = r"onym_[a-z0-9_]+"


def without_comments(text):
    """Returns C or C++ text without its comments and string literals."""
    pattern = r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"'
    return re.sub(pattern, lambda m: '""' if m[0][0] == '"' else " ", text,
                  flags=re.DOTALL)


def declared(header):
    """Returns the functions that a header declares, in order."""
    code = re.sub(r"^\s*#.*(?:\\\n.*)*$", "", without_comments(header),
                  flags=re.MULTILINE)
    prototypes = re.findall(r"\bONYM_API\b([^;]*);", code)
    names = []
    for prototype in prototypes:
        match = re.search(rf"\b({NAME})\s*\(.*\)\s*ONYM_NOEXCEPT\s*$", prototype,
                          flags=re.DOTALL)
        if match is None:
            raise ValueError("not a guarded prototype: " + prototype.strip())
        names.append(match[1])
    stray = re.findall(rf"\b({NAME})\s*\(", code)
    if sorted(stray) != sorted(names):
        raise ValueError("declared without ONYM_API: %s" %
                         sorted(set(stray) - set(names)))
    return names


def fallible(header):
    """Returns the functions of a header that return a status of a call."""
    return re.findall(rf"\bonym_status\s+({NAME})\s*\([^;]*\bonym_error\s*\*\*",
                      without_comments(header))


def listed(version_script):
    """Returns the functions that a version script exports, and its nodes."""
    text = without_comments(version_script)
    names, nodes = [], []
    for node, body in re.findall(r"(\w+)\s*\{(.*?)\}[^;]*;", text,
                                 flags=re.DOTALL):
        nodes.append(node)
        exports = body.split("local:")[0].replace("global:", " ")
        names += [name.strip() for name in exports.split(";") if name.strip()]
    return names, nodes


def exported(nm, library):
    """Returns the dynamic symbols that a library defines, nodes included."""
    output = subprocess.run([nm, "-D", "--defined-only", library], check=True,
                            capture_output=True, text=True).stdout
    return [line.split()[-1].split("@")[0] for line in output.splitlines()]


def definitions(source):
    """Yields name, specifiers and body of each function in the blocks
    extern "C" of a source."""
    # The language is a string literal, which must survive.
    code = without_comments(source.replace('extern "C"', "extern_C"))
    for opening in re.finditer(r"extern_C\s*\{", code):
        block = matching(code, opening.end() - 1)
        for head in re.finditer(rf"\b({NAME})\s*\([^{{}};]*\)([^{{}};()]*)\{{",
                                block):
            yield head[1], head[2].split(), matching(block, head.end() - 1)


def bodies(source):
    """Returns the functions that a source defines for C."""
    return [name for name, _, _ in definitions(source)]


def body_faults(source):
    """Returns what is wrong with the functions that a source defines for C:
    each must be noexcept and hold one statement, the call of a guard."""
    faults = []
    for name, specifiers, body in definitions(source):
        if "noexcept" not in specifiers:
            faults.append(name + " is not noexcept")
        if not is_guarded(body):
            faults.append(name + " is not inside a guard")
    return faults


def matching(text, start):
    """Returns what stands between the brace at `start` and its partner."""
    depth = 0
    for i in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[i], 0)
        if depth == 0:
            return text[start + 1:i]
    raise ValueError("a brace is not closed")


def is_guarded(body):
    """Tells whether a body is one call of a guard and nothing else."""
    match = re.match(r"\s*(?:return\s+)?Guard(?:Value|Free)?\b(?:<[^;()]*?>)?\(",
                     body)
    if match is None:
        return False
    depth = 0
    for i in range(match.end() - 1, len(body)):
        depth += {"(": 1, ")": -1}.get(body[i], 0)
        if depth == 0:
            return body[i + 1:].strip() == ";"
    return False


def called(program):
    """Returns the functions that a program calls."""
    return re.findall(rf"\b({NAME})\s*\(", without_comments(program))
