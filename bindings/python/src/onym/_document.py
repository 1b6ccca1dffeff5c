"""Documents: the result of an analysis, as plain values of Python."""

import struct
from dataclasses import dataclass
from typing import (Any, Callable, Iterator, List, NamedTuple, Sequence, Tuple,
                    TypeVar, Union, overload)

from ._interface import TokenFlag, TokenKind
from ._library import ffi, lib

T = TypeVar("T")


class Token(NamedTuple):
    """A word, number, sign or mark: text[begin:end] of its document."""

    document: "Document"
    begin: int
    end: int
    kind_number: int
    flags: int

    @property
    def text(self) -> str:
        return self.document.text[self.begin:self.end]

    @property
    def kind(self) -> TokenKind:
        """What it looks like; OTHER for a kind that is newer than this
        package."""
        known = self.kind_number in TokenKind.__members__.values()
        return TokenKind(self.kind_number) if known else TokenKind.OTHER

    @property
    def space_before(self) -> bool:
        """Whether white space or the start of the text stands before it."""
        return bool(self.flags & TokenFlag.SPACE_BEFORE)

    def __repr__(self) -> str:
        return "<Token %r %s>" % (self.text, self.kind.name)


class Sentence(NamedTuple):
    """A sentence, headline or other stretch that stands by itself."""

    document: "Document"
    begin: int
    end: int
    first_token: int
    end_token: int
    flags: int

    @property
    def text(self) -> str:
        return self.document.text[self.begin:self.end]

    @property
    def tokens(self) -> List[Token]:
        return self.document.tokens[self.first_token:self.end_token]

    def __repr__(self) -> str:
        return "<Sentence %r>" % self.text


class Entity(NamedTuple):
    """A mention of a name, date, number and so on."""

    document: "Document"
    begin: int
    end: int
    first_token: int
    end_token: int
    type_number: int
    confidence: float
    group: int
    flags: int

    @property
    def text(self) -> str:
        return self.document.text[self.begin:self.end]

    @property
    def type(self) -> str:
        """The name of the type, such as "PERSON"."""
        return self.document.types[self.type_number]

    @property
    def tokens(self) -> List[Token]:
        return self.document.tokens[self.first_token:self.end_token]

    def __repr__(self) -> str:
        return "<Entity %s %r %.2f>" % (self.type, self.text, self.confidence)


class _Layout:
    """Where the fields of a struct of the C interface lie."""

    CODES = {"uint16_t": "H", "uint32_t": "I", "float": "f"}

    def __init__(self, name: str) -> None:
        fields = ffi.typeof(name).fields
        self.size: int = ffi.sizeof(name)
        self.code = {key: self.CODES[f.type.cname] for key, f in fields}
        self.offset = {key: f.offset for key, f in fields}
        self.unpack = struct.Struct("=" + "".join(self.code.values()))


_TOKEN = _Layout("onym_token")
_SENTENCE = _Layout("onym_sentence")
_ENTITY = _Layout("onym_entity")


class Spans(Sequence[T]):
    """The tokens, sentences or entities of a document. Each is made when it is
    asked for; `column` gives all at once."""

    def __init__(self, document: "Document", kind: Callable[..., T],
                 layout: _Layout, data: bytes) -> None:
        self._document, self._kind = document, kind
        self._layout, self._data = layout, data

    def __len__(self) -> int:
        return len(self._data) // self._layout.size

    def __iter__(self) -> Iterator[T]:
        for values in self._layout.unpack.iter_unpack(self._data):
            yield self._kind(self._document, *values)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> List[T]: ...

    def __getitem__(self, index: Union[int, slice]) -> Union[T, List[T]]:
        places = range(len(self))[index]
        if isinstance(places, range):
            return [self._at(place) for place in places]
        return self._at(places)

    def _at(self, place: int) -> T:
        return self._kind(self._document, *self._layout.unpack.unpack_from(
            self._data, place * self._layout.size))

    @property
    def columns(self) -> Tuple[str, ...]:
        """The names that `column` knows."""
        return tuple(self._layout.code)

    def column(self, name: str) -> memoryview:
        """Returns one field of all, without a copy: "begin", for instance. Any
        consumer of buffers takes it, numpy.asarray and array.array too."""
        code: Any = self._layout.code[name]
        width = struct.calcsize(code)
        numbers: Any = memoryview(self._data).cast(code)
        column: memoryview = numbers[self._layout.offset[name] // width::
                                     self._layout.size // width]
        return column


@dataclass(frozen=True, repr=False)
class Document:
    """The analysis of a text. It never changes, holds nothing of the library,
    and can be pickled. Offsets count the characters of `text`."""

    text: str
    #: The names of the entity types, by their numbers.
    types: Tuple[str, ...]
    #: The arrays of the C interface.
    token_data: bytes
    sentence_data: bytes
    entity_data: bytes

    @property
    def tokens(self) -> Spans[Token]:
        return Spans(self, Token, _TOKEN, self.token_data)

    @property
    def sentences(self) -> Spans[Sentence]:
        return Spans(self, Sentence, _SENTENCE, self.sentence_data)

    @property
    def entities(self) -> Spans[Entity]:
        return Spans(self, Entity, _ENTITY, self.entity_data)

    def __repr__(self) -> str:
        return "<Document of %d characters>" % len(self.text)


def copied(text: str, types: Tuple[str, ...], handle: Any) -> Document:
    """Returns what a document of the library holds."""
    count = ffi.new("size_t *")

    def data(function: Any, layout: _Layout) -> bytes:
        array = function(handle, count)
        return bytes(ffi.buffer(array, count[0] * layout.size))

    return Document(text, types, data(lib.onym_document_tokens, _TOKEN),
                    data(lib.onym_document_sentences, _SENTENCE),
                    data(lib.onym_document_entities, _ENTITY))
