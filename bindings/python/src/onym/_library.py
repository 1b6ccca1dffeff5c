"""Loads libonym, and turns its objects and failures into Python's."""

import sys
from pathlib import Path
from typing import Any, Callable, Optional

from cffi import FFI

from ._interface import ABI_VERSION, DECLARATIONS, Status


class Error(Exception):
    """A call of the library failed; `status` tells the kind of failure."""

    def __init__(self, status: Status, message: str) -> None:
        super().__init__(status, message)
        self.status = status

    def __str__(self) -> str:
        return "%s: %s" % (self.status.name, self.args[1])


def _load() -> Any:
    name = {"darwin": "libonym.1.dylib", "win32": "onym.dll"}.get(
        sys.platform, "libonym.so.1")
    # A package of a distribution leaves the library to the system.
    bundled = Path(__file__).with_name(name)
    library = ffi.dlopen(str(bundled) if bundled.exists() else name)
    if library.onym_abi_version() != ABI_VERSION:
        raise ImportError("%s has the binary interface %d; onym needs %d" % (
            bundled, library.onym_abi_version(), ABI_VERSION))
    return library


ffi = FFI()
ffi.cdef(DECLARATIONS)
lib = _load()


def call(function: Callable[..., int], *arguments: Any) -> None:
    """Calls a function whose last argument takes an error."""
    error = ffi.new("onym_error **")
    status = function(*arguments, error)
    if status == Status.OK:
        return
    owned = ffi.gc(error[0], lib.onym_error_free)
    message = ffi.string(lib.onym_error_message(owned, ffi.NULL)).decode()
    known = status in Status.__members__.values()
    raise Error(Status(status) if known else Status.UNKNOWN, message)


def make(kind: str, function: Callable[..., int], *arguments: Any) -> Any:
    """Returns the object that a function makes. The last reference to it that
    goes frees it, so that no call in another thread can lose it."""
    place = ffi.new("onym_%s **" % kind)
    call(function, *arguments, place)
    return ffi.gc(place[0], getattr(lib, "onym_%s_free" % kind))


def string(function: Callable[..., Any],
           *arguments: Any) -> Optional[str]:
    """Returns the string that a function returns, None for NULL."""
    size = ffi.new("size_t *")
    data = function(*arguments, size)
    return bytes(ffi.buffer(data, size[0])).decode() if data else None
