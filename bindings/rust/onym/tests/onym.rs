//! The crate as its users see it.

use onym::{
    convert_offsets, decode_references, segment, Document, Feature, Info, Options, Status, Tagger,
    TokenFlag, TokenKind, Unit,
};
use std::ops::ControlFlow;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::thread;

const SENTENCE: &str = "Angela Merkel spoke at NATO headquarters in Brussels on Tuesday.";
const MODEL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../models/en.onym");

fn tagger() -> Tagger {
    Tagger::open_default().unwrap()
}

/// Returns texts that differ, the empty one among them.
fn texts(count: usize) -> Vec<String> {
    let text = |i: usize| format!("{SENTENCE} In {}, it rained. ", 1900 + i).repeat(i % 7);
    (0..count).map(text).collect()
}

#[test]
fn the_library_tells_of_itself() {
    assert!(onym::version().starts_with("1."));
    assert!(onym::has_feature(Feature::DEFAULT_MODEL));
    assert!(!onym::has_feature(Feature(99)));
}

#[test]
fn names_are_found() {
    let document = tagger().tag(SENTENCE).unwrap();
    let names: Vec<_> = document.entities().map(|e| (e.type_name, &SENTENCE[e.range()])).collect();
    let wanted =
        [("PERSON", "Angela Merkel"), ("ORG", "NATO"), ("GPE", "Brussels"), ("DATE", "Tuesday")];
    assert_eq!(names, wanted);
    let first = document.entities().next().unwrap();
    assert_eq!(first.tokens(), 0..2);
    assert!(first.confidence > 0.5 && first.confidence <= 1.0);
    assert_eq!(*first, document.raw_entities()[0]);
    assert_eq!(document.entities().len(), document.raw_entities().len());
    assert_eq!(document.entities().next_back().unwrap().type_name, "DATE");
}

#[test]
fn tokens_and_sentences_are_found() {
    let text = "Dr. Nowak runs &amp; swims. It opened in 1997.";
    let document = segment(text, &Options::default()).unwrap();
    assert_eq!(document.entities().len(), 0);
    let sentences: Vec<_> = document.sentences().iter().map(|s| &text[s.range()]).collect();
    assert_eq!(sentences, ["Dr. Nowak runs &amp; swims.", "It opened in 1997."]);
    let second = &document.tokens()[document.sentences()[1].tokens()];
    assert_eq!(&text[second[3].range()], "1997");
    assert_eq!(second[3].kind, TokenKind::NUMBER);
    assert_eq!(second[3].flags, TokenFlag::SPACE_BEFORE);
    assert_ne!(document.tokens()[3].flags & TokenFlag::HAS_REFERENCE, 0);
}

#[test]
fn offsets_count_in_the_unit_asked_for() {
    let text = "né 😀 x";
    for (unit, place) in [(Unit::BYTE, 9), (Unit::CODE_POINT, 5), (Unit::UTF16, 6)] {
        let document = segment(text, &Options { unit, ..Default::default() }).unwrap();
        assert_eq!(document.tokens()[2].range(), place..place + 1);
        let mut offsets = [9, 0];
        convert_offsets(text, Unit::BYTE, unit, &mut offsets).unwrap();
        assert_eq!(offsets, [place as u32, 0]);
    }
    let error = convert_offsets(text, Unit(7), Unit::BYTE, &mut []).unwrap_err();
    assert_eq!(error.status, Status::INVALID_ARGUMENT);
}

#[test]
fn references_are_decoded() {
    for (text, decoded) in [("", ""), ("plain", "plain"), ("&#8217;s &rdquo;&nGt;", "’s ”≫⃒")]
    {
        assert_eq!(decode_references(text).unwrap(), decoded.as_bytes());
    }
}

#[test]
fn any_bytes_are_text() {
    let tagger = tagger();
    for text in [&b""[..], b"\0", b"\xff\xfe", b" \n ", b"a\0b"] {
        for token in tagger.tag(text).unwrap().tokens() {
            assert!(token.range().start < token.range().end);
            assert!(token.range().end <= text.len());
        }
    }
}

#[test]
fn unsure_entities_are_left_out() {
    let document = tagger()
        .tag_with(SENTENCE, &Options { min_confidence: 1.0, ..Default::default() })
        .unwrap();
    assert!(document.entities().len() < 4);
}

#[test]
fn models_open_from_file_and_memory() {
    let bytes = std::fs::read(MODEL).unwrap();
    let document = tagger().tag(SENTENCE).unwrap();
    for tagger in [Tagger::open(MODEL).unwrap(), Tagger::from_bytes(&bytes).unwrap()] {
        assert_eq!(tagger.tag(SENTENCE).unwrap(), document);
        assert_eq!(tagger.info_number(Info::FILE_SIZE), bytes.len() as u64);
        assert_eq!(tagger.info(Info::LANGUAGE), "en");
        assert_eq!(tagger.info(Info(99)), "");
        assert_eq!(tagger.types().count(), 19);
        assert!(tagger.types().any(|name| name == "PERSON"));
    }
}

#[test]
fn failures_have_status_and_message() {
    let tagger = tagger();
    let too_sure = Options { min_confidence: 2.0, ..Default::default() };
    for (error, status, name) in [
        (Tagger::open("no/such.onym").unwrap_err(), Status::NOT_FOUND, "NOT_FOUND"),
        (Tagger::from_bytes(b"onym").unwrap_err(), Status::DATA_LOSS, "DATA_LOSS"),
        (
            tagger.tag_with("", &too_sure).unwrap_err(),
            Status::INVALID_ARGUMENT,
            "INVALID_ARGUMENT",
        ),
    ] {
        assert_eq!(error.status, status);
        assert!(!error.message.is_empty());
        assert_eq!(error.to_string(), format!("{name}: {}", error.message));
    }
}

#[test]
fn documents_outlive_text_and_tagger() {
    let document = {
        let text = String::from(SENTENCE);
        tagger().tag(&text).unwrap()
    };
    assert_eq!(document.entities().len(), 4);
}

#[test]
fn a_batch_equals_single_calls() {
    let tagger = tagger();
    let texts = texts(40);
    let singly: Vec<_> = texts.iter().map(|text| tagger.tag(text).unwrap()).collect();
    for threads in [1, 3, 0] {
        let mut last = 0;
        let options = Options { threads, ..Default::default() };
        let documents = tagger.tag_batch_with(&texts, &options, |done, count| {
            assert!(done > last && count == texts.len());
            last = done;
            ControlFlow::Continue(())
        });
        assert_eq!(documents.unwrap(), singly);
        assert_eq!(last, texts.len());
    }
    assert_eq!(tagger.tag_batch(&texts, &Options::default()).unwrap(), singly);
    assert_eq!(tagger.tag_batch(&[""; 0], &Options::default()).unwrap(), []);
}

#[test]
fn a_batch_ends_when_progress_breaks() {
    let mut seen = 0;
    let result = tagger().tag_batch_with(&texts(40), &Options::default(), |done, _| {
        seen = done;
        ControlFlow::Break(())
    });
    assert_eq!(result.unwrap_err().status, Status::CANCELLED);
    assert!(seen < 40);
}

#[test]
fn a_panic_of_progress_reaches_the_caller() {
    let tagger = tagger();
    let options = Options { threads: 2, ..Default::default() };
    let result = catch_unwind(AssertUnwindSafe(|| {
        tagger.tag_batch_with(&texts(3), &options, |_, _| panic!("enough"))
    }));
    assert_eq!(result.unwrap_err().downcast_ref(), Some(&"enough"));
    assert_eq!(tagger.tag(SENTENCE).unwrap().entities().len(), 4);
}

#[test]
fn threads_share_a_tagger() {
    fn is_shared<T: Send + Sync>() {}
    is_shared::<Tagger>();
    is_shared::<Document>();
    is_shared::<Options>();
    let tagger = tagger();
    let texts = texts(14);
    let documents: Vec<Document> = tagger.tag_batch(&texts, &Options::default()).unwrap();
    thread::scope(|scope| {
        for worker in 0..8 {
            let (tagger, texts, documents) = (&tagger, &texts, &documents);
            scope.spawn(move || {
                for i in 0..3 * texts.len() {
                    let n = (i + worker) % texts.len();
                    assert_eq!(tagger.tag(&texts[n]).unwrap(), documents[n]);
                }
            });
        }
    });
}
