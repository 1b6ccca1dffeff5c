package onym

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

const (
	sentence = "Angela Merkel spoke at NATO headquarters in Brussels on Tuesday."
	model    = "../../models/en.onym"
)

func openDefault(t *testing.T) *Tagger {
	t.Helper()
	tagger, err := OpenDefault()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { tagger.Close() })
	return tagger
}

func tag(t *testing.T, tagger *Tagger, text string) *Document {
	t.Helper()
	document, err := tagger.Tag(text, nil)
	if err != nil {
		t.Fatal(err)
	}
	return document
}

// names returns the entities of a document as "TYPE text".
func names(text string, document *Document) []string {
	var result []string
	for _, e := range document.Entities {
		result = append(result, e.Type+" "+text[e.Begin:e.End])
	}
	return result
}

func TestLibraryMatchesThisPackage(t *testing.T) {
	if err := checkABI(ABIVersion); err != nil {
		t.Error(err)
	}
	if checkABI(ABIVersion+1) == nil {
		t.Error("another binary interface is accepted")
	}
	if !strings.HasPrefix(Version(), "1.") {
		t.Error("the version is", Version())
	}
	if !HasFeature(FeatureDefaultModel) || HasFeature(99) {
		t.Error("wrong features")
	}
}

func TestTagFindsNames(t *testing.T) {
	document := tag(t, openDefault(t), sentence)
	want := []string{"PERSON Angela Merkel", "ORG NATO", "GPE Brussels",
		"DATE Tuesday"}
	if got := names(sentence, document); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q", got)
	}
	first := document.Entities[0]
	if first.FirstToken != 0 || first.EndToken != 2 || first.Confidence < 0.5 ||
		first.Confidence > 1 {
		t.Errorf("got %+v", first)
	}
}

func TestSegmentFindsTokensAndSentences(t *testing.T) {
	text := "Dr. Nowak runs &amp; swims. It opened in 1997."
	document, err := Segment(text, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(document.Sentences) != 2 || len(document.Entities) != 0 {
		t.Fatalf("got %+v", document)
	}
	second := document.Sentences[1]
	if got := text[second.Begin:second.End]; got != "It opened in 1997." {
		t.Errorf("the second sentence is %q", got)
	}
	year := document.Tokens[second.EndToken-2]
	if year.Kind != TokenNumber || year.Flags != TokenSpaceBefore {
		t.Errorf("1997 is %+v", year)
	}
	reference := document.Tokens[3]
	if reference.Flags&TokenHasReference == 0 {
		t.Errorf("&amp; is %+v", reference)
	}
}

func TestOffsetsCountInTheUnitAskedFor(t *testing.T) {
	text := "né 😀 x"
	for unit, want := range map[Unit]uint32{
		UnitByte: 9, UnitCodePoint: 5, UnitUTF16: 6,
	} {
		document, err := Segment(text, &Options{Unit: unit})
		if err != nil {
			t.Fatal(err)
		}
		if got := document.Tokens[2].Begin; got != want {
			t.Errorf("in unit %d x is at %d", unit, got)
		}
		offsets := []uint32{9, 0}
		if err := ConvertOffsets(text, UnitByte, unit, offsets); err != nil {
			t.Fatal(err)
		}
		if offsets[0] != want || offsets[1] != 0 {
			t.Errorf("in unit %d byte 9 is at %d", unit, offsets[0])
		}
	}
	if err := ConvertOffsets(text, 7, UnitByte, nil); !errors.Is(err,
		StatusInvalidArgument) {
		t.Error("an unknown unit gives", err)
	}
}

func TestDecodeReferences(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "plain": "plain", "&#8217;s &rdquo;&nGt;": "’s ”≫⃒",
	} {
		if got, err := DecodeReferences(text); err != nil || got != want {
			t.Errorf("%q became %q, %v", text, got, err)
		}
	}
}

func TestAnyBytesAreText(t *testing.T) {
	tagger := openDefault(t)
	for _, text := range []string{"", "\x00", "\xff\xfe", " \n ", "a\x00b"} {
		document := tag(t, tagger, text)
		for _, token := range document.Tokens {
			if token.Begin >= token.End || int(token.End) > len(text) {
				t.Errorf("%q has the token %+v", text, token)
			}
		}
	}
}

func TestMinConfidenceLeavesEntitiesOut(t *testing.T) {
	document, err := openDefault(t).Tag(sentence, &Options{MinConfidence: 1})
	if err != nil {
		t.Fatal(err)
	}
	if len(document.Entities) >= 4 {
		t.Errorf("all %d entities are sure", len(document.Entities))
	}
}

func TestModelsOpenFromFileAndMemory(t *testing.T) {
	bytes, err := os.ReadFile(model)
	if err != nil {
		t.Fatal(err)
	}
	for name, open := range map[string]func() (*Tagger, error){
		"file":   func() (*Tagger, error) { return Open(model) },
		"memory": func() (*Tagger, error) { return OpenBytes(bytes) },
	} {
		tagger, err := open()
		if err != nil {
			t.Fatal(name, err)
		}
		defer tagger.Close()
		if !reflect.DeepEqual(tag(t, tagger, sentence),
			tag(t, openDefault(t), sentence)) {
			t.Error("the model in the", name, "tags otherwise")
		}
		if tagger.InfoNumber(InfoFileSize) != uint64(len(bytes)) ||
			tagger.Info(InfoLanguage) != "en" || tagger.Info(99) != "" {
			t.Error("the model in the", name, "tells something else of itself")
		}
		if types := strings.Join(tagger.Types(), " "); !strings.Contains(types,
			"PERSON") || len(tagger.Types()) != 19 {
			t.Error("the model in the", name, "has the types", types)
		}
	}
}

func TestFailuresHaveStatusAndMessage(t *testing.T) {
	damaged := filepath.Join(t.TempDir(), "damaged.onym")
	if err := os.WriteFile(damaged, []byte("onym"), 0o600); err != nil {
		t.Fatal(err)
	}
	tagger := openDefault(t)
	for want, call := range map[Status]func() error{
		StatusNotFound: func() error { _, err := Open("no/such.onym"); return err },
		StatusDataLoss: func() error { _, err := Open(damaged); return err },
		StatusInvalidArgument: func() error {
			_, err := tagger.Tag("", &Options{MinConfidence: 2})
			return err
		},
	} {
		var failure *Error
		err := call()
		if !errors.Is(err, want) || !errors.As(err, &failure) ||
			failure.Status != want || failure.Message == "" {
			t.Errorf("instead of %v: %v", want, err)
		}
	}
	if StatusDataLoss.Error() != "DATA_LOSS" {
		t.Error("DATA_LOSS is called", StatusDataLoss.Error())
	}
}

func TestClosedTaggerFails(t *testing.T) {
	tagger, err := OpenDefault()
	if err != nil {
		t.Fatal(err)
	}
	document := tag(t, tagger, sentence)
	for range 2 {
		if err := tagger.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := tagger.Tag(sentence, nil); !errors.Is(err,
		StatusInvalidArgument) {
		t.Error("a closed tagger answers", err)
	}
	if tagger.Info(InfoName) != "" || tagger.InfoNumber(InfoFileSize) != 0 {
		t.Error("a closed tagger knows its model")
	}
	if len(document.Entities) != 4 {
		t.Error("the document went with its tagger")
	}
}

// texts returns articles that differ, the empty one among them.
func texts(count int) []string {
	result := make([]string, count)
	for i := range result {
		result[i] = strings.Repeat(fmt.Sprintf("%s In %d, it rained. ", sentence,
			1900+i), i%7)
	}
	return result
}

func TestBatchEqualsSingleCalls(t *testing.T) {
	tagger := openDefault(t)
	inputs := texts(40)
	for _, threads := range []int{0, 3, AllProcessors} {
		last := 0
		documents, err := tagger.TagBatch(context.Background(), inputs, &Options{
			Threads: threads,
			Progress: func(done, count int) {
				if done <= last || count != len(inputs) {
					t.Errorf("%d of %d after %d", done, count, last)
				}
				last = done
			},
		})
		if err != nil {
			t.Fatal(err)
		}
		if last != len(inputs) {
			t.Error("progress ended with", last)
		}
		for i, document := range documents {
			if !reflect.DeepEqual(document, tag(t, tagger, inputs[i])) {
				t.Error("text", i, "differs with threads", threads)
			}
		}
	}
	documents, err := tagger.TagBatch(context.Background(), nil, nil)
	if err != nil || len(documents) != 0 {
		t.Error("no texts give", documents, err)
	}
}

func TestBatchEndsWithItsContext(t *testing.T) {
	tagger := openDefault(t)
	ctx, cancel := context.WithCancel(context.Background())
	seen := 0
	documents, err := tagger.TagBatch(ctx, texts(40), &Options{
		Progress: func(done, count int) { seen = done; cancel() },
	})
	if documents != nil || err != context.Canceled || seen >= 40 {
		t.Error("after", seen, "texts:", err)
	}
	if _, err := tagger.TagBatch(ctx, texts(1), nil); err != context.Canceled {
		t.Error("a context that ended before gives", err)
	}
	ctx, cancel = context.WithDeadline(context.Background(), time.Now())
	defer cancel()
	if _, err := tagger.TagBatch(ctx, nil, nil); err !=
		context.DeadlineExceeded {
		t.Error("a deadline that passed gives", err)
	}
}

func TestPanicOfProgressReachesTheCaller(t *testing.T) {
	tagger := openDefault(t)
	defer func() {
		if recovered := recover(); recovered != "enough" {
			t.Error("recovered", recovered)
		}
		if len(tag(t, tagger, sentence).Entities) != 4 {
			t.Error("the tagger is damaged")
		}
	}()
	tagger.TagBatch(context.Background(), texts(3), &Options{
		Threads:  2,
		Progress: func(done, count int) { panic("enough") },
	})
}

func TestExitOfProgressReachesTheCaller(t *testing.T) {
	tagger := openDefault(t)
	checkKeepsNothing(t, func(inputs []string) {
		last, returned := 0, false
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			tagger.TagBatch(context.Background(), inputs, &Options{
				Progress: func(done, count int) {
					if last = done; done > count/2 {
						runtime.Goexit()
					}
				},
			})
			returned = true
		}()
		<-ended
		if last == len(inputs) || returned {
			t.Error("the batch went on to", last, "and returned:", returned)
		}
	})
}

func TestPanicOfBatchFreesDocuments(t *testing.T) {
	tagger := openDefault(t)
	types := tagger.types
	defer func() { tagger.types = types }()
	tagger.types = nil // So that no entity can be taken.
	checkKeepsNothing(t, func(inputs []string) {
		defer func() {
			if recover() == nil {
				t.Error("the batch does not panic")
			}
		}()
		tagger.TagBatch(context.Background(), inputs, nil)
	})
}

// checkKeepsNothing checks that no call keeps the documents of its texts, of
// which the first holds an entity. Many small ones take little working memory,
// of which each thread keeps its own.
func checkKeepsNothing(t *testing.T, call func(inputs []string)) {
	t.Helper()
	inputs := []string{sentence}
	for range 400 {
		inputs = append(inputs, strings.Repeat("a ", 250))
	}
	for range 10 { // Working memory grows first.
		runtime.GC()
		call(inputs)
	}
	before := residentPages(t)
	for range 20 {
		runtime.GC()
		call(inputs)
	}
	// The tokens of all documents are 5800 pages.
	if grown := residentPages(t) - before; grown > 4000 {
		t.Error("20 calls keep", grown, "pages")
	}
}

func TestTaggerIsSharedByGoroutines(t *testing.T) {
	tagger := openDefault(t)
	inputs := texts(14)
	want, err := tagger.TagBatch(context.Background(), inputs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for worker := range 8 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := range 3 * len(inputs) {
				n := (i + worker) % len(inputs)
				document, err := tagger.Tag(inputs[n], nil)
				if err != nil || !reflect.DeepEqual(document, want[n]) {
					t.Error("text", n, "differs:", err)
				}
			}
		}()
	}
	wait.Wait()
}

func TestCloseWaitsForCalls(t *testing.T) {
	tagger := openDefault(t)
	var wait sync.WaitGroup
	for range 4 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for {
				if _, err := tagger.Tag(sentence, nil); err != nil {
					if !errors.Is(err, StatusInvalidArgument) {
						t.Error(err)
					}
					return
				}
			}
		}()
	}
	tag(t, tagger, sentence)
	tagger.Close()
	wait.Wait()
}

func TestGarbageCollectorFreesTaggers(t *testing.T) {
	before := residentPages(t)
	for range 100 {
		if _, err := Open(model); err != nil {
			t.Fatal(err)
		}
		runtime.GC()
	}
	// A model that stays costs more than four megabytes of tables.
	if grown := residentPages(t) - before; grown > 10_000 {
		t.Error("100 forgotten taggers keep", grown, "pages")
	}
}

func residentPages(t *testing.T) (pages int) {
	t.Helper()
	statm, err := os.ReadFile("/proc/self/statm")
	if err == nil {
		_, err = fmt.Sscan(string(statm), new(int), &pages)
	}
	if err != nil {
		t.Fatal(err)
	}
	return pages
}
