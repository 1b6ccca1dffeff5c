"""Opening, tagging, batches, threads and failures."""

import gc
import os
import pickle
import sys
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from pathlib import Path

import onym
import pytest
from onym import _library

MODEL = Path(__file__).parents[3] / "models" / "en.onym"
TEXTS = ["Visit %s number %d in %s." % (who, i, where)
         for i, (who, where) in enumerate([
             ("Berlin", "May"), ("Ms. Jane Doe", "Paris"),
             ("the \U0001f600 of NATO", "Rome"), ("", "")] * 25)]


def test_models_are_the_same_wherever_they_come_from(tagger):
    expected = tagger(TEXTS[1])
    for model in (MODEL, str(MODEL), MODEL.read_bytes()):
        with onym.load(model) as other:
            assert other(TEXTS[1]) == expected
            assert other.types == tagger.types


def test_a_tagger_tells_what_it_is(tagger):
    assert "PERSON" in tagger.types and len(set(tagger.types)) > 10
    assert tagger.info[onym.Info.LANGUAGE] == "en"
    assert tagger.info[onym.Info.FILE_SIZE] == MODEL.stat().st_size
    assert set(tagger.info) == set(onym.Info)


def test_what_a_model_leaves_empty_is_an_empty_string(tagger, monkeypatch):
    monkeypatch.setattr(onym._tagger, "string", lambda *_: "")
    assert tagger.info[onym.Info.DESCRIPTION] == ""


def test_version_is_the_packages():
    assert onym.version() == metadata.version("onym")


def test_features():
    assert onym.has_feature(onym.Feature.DEFAULT_MODEL)
    assert not onym.has_feature(10**6)


@pytest.mark.parametrize("model, status", [
    ("/no/such/model", onym.Status.NOT_FOUND),
    ("", onym.Status.INVALID_ARGUMENT),
    (b"no model", onym.Status.DATA_LOSS),
    (MODEL.read_bytes()[:-1], onym.Status.DATA_LOSS),
])
def test_failures_are_exceptions(model, status):
    with pytest.raises(onym.Error) as caught:
        onym.load(model)
    assert caught.value.status is status
    assert str(caught.value).startswith(status.name + ": ")
    assert len(str(caught.value)) > len(status.name) + 2
    copied = pickle.loads(pickle.dumps(caught.value))
    assert str(copied) == str(caught.value)


def test_wrong_arguments_are_refused(tagger):
    for confidence in (-0.1, 1.1, float("nan")):
        with pytest.raises(onym.Error) as caught:
            tagger("Paris", min_confidence=confidence)
        assert caught.value.status is onym.Status.INVALID_ARGUMENT
    with pytest.raises(onym.Error):
        tagger.batch(["Paris"], threads=-1)
    with pytest.raises(AttributeError):
        tagger(b"Paris")


def test_a_status_that_is_not_known_yet():
    with pytest.raises(onym.Error) as caught:
        _library.call(lambda error: 4711)
    assert caught.value.status is onym.Status.UNKNOWN


def test_min_confidence_leaves_entities_out(tagger):
    text = " ".join(TEXTS)
    everything = list(tagger(text).entities)
    sure = list(tagger(text, min_confidence=0.9).entities)
    assert [e[1:] for e in sure] == [e[1:] for e in everything
                                     if e.confidence >= 0.9]
    assert 0 < len(sure) < len(everything)


def test_segment_needs_no_model():
    document = onym.segment("Mr. Smith left. He ran.")
    assert [s.text for s in document.sentences] == ["Mr. Smith left.",
                                                    "He ran."]
    assert len(document.entities) == 0


def test_characters_and_offsets():
    assert onym.decode_references("&ldquo;A &amp; \u00e9") == "\u201cA & \u00e9"
    assert onym.decode_references("") == ""
    text = "\U0001f600\u00e9x"
    assert onym.convert_offsets(text, [0, 1, 2, 3], onym.Unit.CODE_POINT,
                                onym.Unit.UTF16) == [0, 2, 3, 4]
    assert onym.convert_offsets(text, [4, 2, 3], onym.Unit.UTF16,
                                onym.Unit.BYTE) == [7, 4, 6]


@pytest.mark.parametrize("threads", [0, 1, 2, 7])
def test_a_batch_is_its_texts(tagger, threads):
    expected = [tagger(text) for text in TEXTS]
    assert tagger.batch(iter(TEXTS), threads=threads) == expected


def test_an_empty_batch(tagger):
    assert tagger.batch([]) == []


def test_a_batch_tells_its_progress(tagger):
    steps = []
    tagger.batch(TEXTS, threads=2, progress=lambda *step: steps.append(
        step + (threading.get_ident(),)))
    assert steps == sorted(steps)
    assert steps[-1] == (len(TEXTS), len(TEXTS), threading.get_ident())


@pytest.mark.parametrize("failure", [ZeroDivisionError, KeyboardInterrupt])
def test_an_exception_ends_a_batch(tagger, failure):
    def stop(done, count):
        steps.append(done)
        raise failure("enough")

    steps = []
    with pytest.raises(failure, match="enough"):
        tagger.batch(TEXTS, progress=stop)
    assert len(steps) == 1


def test_threads_share_a_tagger(tagger):
    expected = [tagger(text) for text in TEXTS]
    with ThreadPoolExecutor(8) as pool:
        for _ in range(5):
            assert list(pool.map(tagger, TEXTS)) == expected


def test_threads_tag_while_another_computes(tagger):
    """The interpreter's lock is free while the library works: with switches
    between threads forbidden in practice, this thread could not go on until
    the other one is done."""
    text = " ".join(TEXTS) * 200
    order = []
    interval = sys.getswitchinterval()
    started = threading.Event()

    def work():
        started.set()
        tagger(text)
        order.append("tagged")

    sys.setswitchinterval(1000)
    try:
        thread = threading.Thread(target=work)
        thread.start()
        started.wait()
        order.append("went on")
        thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert order == ["went on", "tagged"]


def test_a_closed_tagger_is_refused():
    tagger = onym.load()
    kept = tagger(TEXTS[1])
    with tagger:
        pass
    tagger.close()
    for use in (lambda: tagger("x"), lambda: tagger.batch(["x"]),
                lambda: tagger.info):
        with pytest.raises(ValueError, match="closed"):
            use()
    assert kept.entities[0].text == "Jane Doe"


def test_closing_waits_for_calls_in_other_threads():
    expected = onym.load()(TEXTS[1])
    for _ in range(20):
        tagger = onym.load()
        with ThreadPoolExecutor(4) as pool:
            results = [pool.submit(tagger, TEXTS[1]) for _ in range(40)]
            tagger.close()
        for result in results:
            error = result.exception()
            assert result.result() == expected if error is None else (
                isinstance(error, ValueError))


def test_objects_go_with_their_last_reference():
    tagger = onym.load()
    handle = weakref.ref(tagger._handle)
    assert handle() is not None
    tagger.close()
    gc.collect()
    assert handle() is None


def test_a_tagger_survives_a_fork(tagger):
    expected = tagger(TEXTS[1])
    child = os.fork()
    if child == 0:
        os._exit(0 if tagger(TEXTS[1]) == expected else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert tagger(TEXTS[1]) == expected
