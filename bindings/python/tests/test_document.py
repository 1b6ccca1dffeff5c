"""What a document is to a program in Python."""

import pickle

import onym
import pytest

TEXT = "Angela Merkel spoke at NATO headquarters in Brussels. She left."


def test_entities_are_the_names_of_the_text(tagger):
    found = [(e.text, e.type) for e in tagger(TEXT).entities]
    assert ("Angela Merkel", "PERSON") in found
    assert ("Brussels", "GPE") in found


def test_tokens_and_sentences_cover_the_text(tagger):
    document = tagger(TEXT)
    assert [s.text for s in document.sentences] == [TEXT[:53], TEXT[54:]]
    assert "".join(t.text for t in document.tokens) == TEXT.replace(" ", "")
    tokens = [t for s in document.sentences for t in s.tokens]
    assert tokens == list(document.tokens)
    assert tokens[0].kind is onym.TokenKind.WORD and tokens[0].space_before
    assert tokens[-1].kind is onym.TokenKind.PUNCTUATION
    assert not tokens[-1].space_before
    for entity in document.entities:
        assert entity.tokens[0].begin == entity.begin
        assert entity.tokens[-1].end == entity.end
        assert 0 <= entity.confidence <= 1


@pytest.mark.parametrize("before", [
    "", "\U0001f600 ", "\u00e9\u4e2d\U0001f468\u200d\U0001f469 ", "\ud800 ",
    "\ud83d\ude00 ", "a\0b ", "&amp;&rdquo; "])
def test_offsets_count_characters(tagger, before):
    document = tagger(before + TEXT)
    merkel = [e for e in document.entities if e.type == "PERSON"][0]
    assert merkel.text == "Angela Merkel"
    assert merkel.begin == len(before)


def test_spans_are_sequences(tagger):
    tokens = tagger(TEXT).tokens
    assert len(tokens) == len(list(tokens)) > 10
    assert tokens[-1] == tokens[len(tokens) - 1] == list(tokens)[-1]
    assert tokens[2:7:2] == list(tokens)[2:7:2]
    assert tokens[1] in tokens
    with pytest.raises(IndexError):
        tokens[len(tokens)]
    with pytest.raises(IndexError):
        tokens[-len(tokens) - 1]


def test_spans_are_made_when_asked_for(tagger):
    spans = iter(tagger(TEXT).tokens)
    assert next(spans).text == "Angela"
    assert next(spans).text == "Merkel"


@pytest.mark.parametrize("name", ["tokens", "sentences", "entities"])
def test_columns_hold_what_the_spans_do(tagger, name):
    spans = getattr(tagger(TEXT), name)
    rows = [tuple(span)[1:] for span in spans]
    columns = [spans.column(column).tolist() for column in spans.columns]
    assert list(zip(*columns)) == rows != []
    with pytest.raises(KeyError):
        spans.column("colour")
    with pytest.raises(TypeError):
        spans.column("begin")[0] = 1


def test_documents_are_values(tagger):
    document = tagger(TEXT)
    assert document == tagger(TEXT) != tagger(TEXT + " Soon.")
    assert pickle.loads(pickle.dumps(document)) == document
    assert len({document, tagger(TEXT)}) == 1
    with pytest.raises(AttributeError):
        document.text = ""


def test_empty_text(tagger):
    document = tagger("")
    assert not document.tokens and not document.entities
    assert list(document.entities.column("begin")) == []


def test_representations(tagger):
    document = tagger(TEXT)
    assert repr(document) == "<Document of %d characters>" % len(TEXT)
    assert repr(document.tokens[0]) == "<Token 'Angela' WORD>"
    assert repr(document.sentences[1]) == "<Sentence 'She left.'>"
    assert repr(document.entities[0]).startswith("<Entity PERSON 'Angela")


def test_a_kind_that_is_not_known_yet(tagger):
    token = tagger(TEXT).tokens[0]._replace(kind_number=999)
    assert token.kind is onym.TokenKind.OTHER
