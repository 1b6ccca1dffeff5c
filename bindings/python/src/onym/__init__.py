"""Tokens, sentences and named entities of raw news text.

    import onym

    tagger = onym.load()
    for entity in tagger("Angela Merkel spoke in Brussels.").entities:
        print(entity.text, entity.type)
"""

from ._document import Document, Entity, Sentence, Spans, Token
from ._interface import Feature, Info, Status, TokenFlag, TokenKind, Unit
from ._library import Error
from ._tagger import (Tagger, convert_offsets, decode_references, has_feature,
                      segment, version)

load = Tagger

__all__ = [
    "Document", "Entity", "Error", "Feature", "Info", "Sentence", "Spans",
    "Status", "Tagger", "Token", "TokenFlag", "TokenKind", "Unit",
    "convert_offsets", "decode_references", "has_feature", "load", "segment",
    "version",
]
