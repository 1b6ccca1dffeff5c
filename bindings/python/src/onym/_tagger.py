"""The calls of the library: segmentation, taggers, characters and offsets."""

import os
import re
import threading
from functools import lru_cache
from typing import Any, Callable, Iterable, List, Optional, Tuple, Union

from ._document import Document, copied
from ._interface import Feature, Info, Option, Status, Unit
from ._library import Error, call, ffi, lib, make, string

_SURROGATE = re.compile("[\ud800-\udfff]")
_of_thread = threading.local()


def version() -> str:
    """Returns the version of the library, such as "1.0.0"."""
    return str(ffi.string(lib.onym_version()).decode())


def has_feature(feature: Feature) -> bool:
    """Tells whether the library was built with `feature`."""
    return bool(lib.onym_has_feature(feature))


def segment(text: str) -> Document:
    """Finds the tokens and sentences of a text, without a model."""
    data = _encoded(text)
    return copied(text, (), make("document", lib.onym_segment, data, len(data),
                                 _options(0.0)))


def decode_references(text: str) -> str:
    """Replaces the HTML character references of a text, &rdquo; for one."""
    data, size = _encoded(text), ffi.new("size_t *")
    call(lib.onym_decode_references, data, len(data), ffi.NULL, 0, size)
    buffer = ffi.new("char[]", size[0])
    call(lib.onym_decode_references, data, len(data), buffer, size[0], size)
    return bytes(ffi.buffer(buffer, size[0])).decode()


def convert_offsets(text: str, offsets: Iterable[int], start: Unit,
                    to: Unit) -> List[int]:
    """Returns the places of a text that `offsets` are, counted in `to` instead
    of in `start`."""
    data = _encoded(text)
    place = ffi.new("uint32_t[]", list(offsets))
    offset_map = make("offset_map", lib.onym_offset_map_new, data, len(data))
    call(lib.onym_offset_map_convert, offset_map, start, to, place, len(place))
    return list(place)


class Tagger:
    """A model, ready to tag. Threads share it, and tag at the same time."""

    def __init__(self, model: Union[None, str, "os.PathLike[str]",
                                    bytes] = None) -> None:
        """Opens the model in the file `model`, a model that lies in memory, or
        without an argument the model of the library."""
        if model is None:
            self._handle = make("tagger", lib.onym_tagger_open_default)
        elif isinstance(model, bytes):
            self._handle = make("tagger", lib.onym_tagger_open_bytes, model,
                                len(model))
        else:
            path = os.fsencode(model)
            self._handle = make("tagger", lib.onym_tagger_open, path, len(path))
        self.types: Tuple[str, ...] = tuple(
            string(lib.onym_tagger_type_name, self._handle, number) or ""
            for number in range(lib.onym_tagger_type_count(self._handle)))

    def __call__(self, text: str, *, min_confidence: float = 0) -> Document:
        """Tags a text; leaves out entities below `min_confidence`."""
        data = _encoded(text)
        return copied(text, self.types, make(
            "document", lib.onym_tagger_tag, self._open(), data, len(data),
            _options(min_confidence), _scratch()))

    def batch(self, texts: Iterable[str], *, min_confidence: float = 0,
              threads: int = 1,
              progress: Optional[Callable[[int, int], object]] = None
              ) -> List[Document]:
        """Tags many texts, by that many threads; 0 means one for each
        processor. Calls progress(done, count) now and then in the calling
        thread; an exception from there, KeyboardInterrupt for instance, ends
        the work and leaves this call."""
        kept = list(texts)
        data = [_encoded(text) for text in kept]
        array = ffi.new("onym_text[]", [(ffi.from_buffer(each), len(each))
                                        for each in data])
        documents = ffi.new("onym_document *[]", len(kept))
        raised: List[BaseException] = []

        def step(context: Any, done: int, count: int) -> int:
            if progress is not None:
                progress(done, count)
            return 0

        watch = ffi.callback(
            "onym_progress", step, error=1,
            onerror=lambda kind, value, trace: raised.append(value))
        options = _new_options(min_confidence)
        call(lib.onym_options_set_int, options, Option.THREADS, threads)
        call(lib.onym_options_set_progress, options, watch, ffi.NULL)
        try:
            call(lib.onym_tagger_tag_batch, self._open(), array, len(kept),
                 options, documents)
        except Error as error:
            if error.status == Status.CANCELLED and raised:
                raise raised[0] from None
            raise
        owned = [ffi.gc(each, lib.onym_document_free) for each in documents]
        return [copied(text, self.types, each)
                for text, each in zip(kept, owned)]

    @property
    def info(self) -> "dict[Info, Union[str, int]]":
        """What the model says of itself."""
        handle = self._open()
        texts = {key: string(lib.onym_tagger_info_string, handle, key)
                 for key in Info}
        return {key: int(lib.onym_tagger_info_number(handle, key))
                if text is None else text for key, text in texts.items()}

    def close(self) -> None:
        """Gives the model up, as soon as calls of other threads are done."""
        self._handle = None

    def __enter__(self) -> "Tagger":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _open(self) -> Any:
        handle = self._handle
        if handle is None:
            raise ValueError("the tagger is closed")
        return handle


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        # UTF-8 has no lone surrogates; U+FFFD is one character, too.
        return _SURROGATE.sub("\ufffd", text).encode()


def _new_options(min_confidence: float) -> Any:
    options = make("options", lib.onym_options_new)
    call(lib.onym_options_set_int, options, Option.OFFSET_UNIT, Unit.CODE_POINT)
    call(lib.onym_options_set_double, options, Option.MIN_CONFIDENCE,
         min_confidence)
    return options


# Calls only read them, so that threads can share one.
_options = lru_cache(maxsize=16)(_new_options)


def _scratch() -> Any:
    """Returns the working memory of this thread."""
    if not hasattr(_of_thread, "scratch"):
        _of_thread.scratch = make("scratch", lib.onym_scratch_new)
    return _of_thread.scratch
