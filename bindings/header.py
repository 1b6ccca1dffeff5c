"""Reads what the bindings share with onym.h: numbers, enumerations, the structs
of arrays, and the declarations of the functions."""

import re
from typing import Dict, List, NamedTuple

# The C types that occur in the structs of arrays, and their sizes in bytes.
FIELD_SIZES = {"uint16_t": 2, "uint32_t": 4, "float": 4}

# The comment before a declaration, if there is one.
DOC = r"(?:/\*\*((?:(?!\*/).)*)\*/\s*)?"


class Member(NamedTuple):
    name: str  # without the prefix, such as HASHTAG
    c_name: str  # with it, such as ONYM_TOKEN_HASHTAG
    value: int
    doc: str


class Enum(NamedTuple):
    name: str  # such as TokenKind
    doc: str
    members: List[Member]


class Field(NamedTuple):
    name: str
    c_type: str
    offset: int


class Struct(NamedTuple):
    name: str  # such as Token
    doc: str
    size: int
    fields: List[Field]


class Header(NamedTuple):
    numbers: Dict[str, int]  # ABI_VERSION, MAX_TEXT_SIZE
    enums: List[Enum]
    structs: List[Struct]
    declarations: str  # in C, but for the enumerations


def read(path):
    """Returns the header at `path`."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    return Header(read_numbers(text), read_enums(text), read_structs(text),
                  read_declarations(text))


def read_numbers(text):
    numbers = re.findall(r"^#define ONYM_(\w+) (\d+)u?$", text, re.MULTILINE)
    return {name: int(value) for name, value in numbers
            if not name.startswith("VERSION_")}


def read_enums(text):
    enums = []
    for doc, body, name in re.findall(
            DOC + r"typedef enum \w+ \{(.*?)\} (\w+);", text, re.DOTALL):
        words = name.split("_")[1:]
        prefix = "ONYM_%s_" % words[0].upper()
        members = read_members(body)
        if not all(member[0].startswith(prefix) for member in members):
            prefix = "ONYM_"
        if words[-1] == "code":
            words.pop()
        enums.append(Enum("".join(map(str.capitalize, words)), clean(doc),
                          [Member(c_name[len(prefix):], c_name, value, doc)
                           for c_name, value, doc in members]))
    return enums


def read_members(body):
    """Returns name, value and comment of each member of an enumeration."""
    found = re.findall(
        DOC + r"(ONYM_\w+)\s*=\s*(\d+)\s*(?:,|$)", body.strip(), re.DOTALL)
    code = re.sub(r"/\*.*?\*/", "", body, flags=re.DOTALL)
    if len(found) != len([part for part in code.split(",") if part.strip()]):
        raise ValueError("a member without a number in " + body)
    return [(name, int(value), clean(doc)) for doc, name, value in found]


def read_structs(text):
    """Returns the structs whose fields have a fixed size, as those in the
    arrays of a document have."""
    structs = []
    for doc, body, name in re.findall(
            DOC + r"typedef struct \w+ \{(.*?)\} (\w+);", text, re.DOTALL):
        code = re.sub(r"/\*.*?\*/", "", body, flags=re.DOTALL)
        pairs = re.findall(r"(\w+)\s+(\w+);", code)
        if not pairs or any(c_type not in FIELD_SIZES for c_type, _ in pairs):
            continue
        fields, offset = [], 0
        for c_type, field in pairs:
            if offset % FIELD_SIZES[c_type]:
                raise ValueError("%s.%s is not aligned" % (name, field))
            fields.append(Field(field, c_type, offset))
            offset += FIELD_SIZES[c_type]
        structs.append(Struct(name.split("_")[1].capitalize(), clean(doc),
                              offset, fields))
    return structs


def read_declarations(text):
    text = re.sub(r"/\*.*?\*/", " ", text, flags=re.DOTALL)
    text = re.sub(r"^#ifdef __cplusplus\n.*?^#endif\n", "", text,
                  flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"^#(?:.*\\\n)*.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"typedef enum \w+ \{.*?\} \w+;", "", text, flags=re.DOTALL)
    text = re.sub(r"\bONYM_(?:API|NOEXCEPT)\b", "", text)
    text = re.sub(r"\s+", " ", text).replace(" ;", ";")
    # One declaration a line; the fields of a struct stay together.
    return re.sub(r"; (?![^{}]*\})", ";\n", text).strip()


def clean(doc):
    """Returns the text of a comment in one line."""
    return re.sub(r"\s*\n\s*\*?\s*", " ", doc).strip()
