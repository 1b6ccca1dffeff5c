// Bench prints what tagging a text costs in Go over the C call that it makes:
// the lower deciles of both times, and their ratio. The two alternate, so that
// whatever else runs on the machine hits both alike.
//
//	go run ./bench FILE [ROUNDS]
package main

// #cgo pkg-config: onym
// #include <onym/onym.h>
// #include <time.h>
//
// /* Tags a text and reads its entities; returns the nanoseconds, or -1. */
// static int64_t tag(const onym_tagger* tagger, onym_scratch* scratch,
//                    const char* text, size_t size, size_t* sum) {
//   struct timespec begin, end;
//   onym_document* document;
//   const onym_entity* entities;
//   size_t i, count;
//   clock_gettime(CLOCK_MONOTONIC, &begin);
//   if (onym_tagger_tag(tagger, text, size, NULL, scratch, &document, NULL) !=
//       ONYM_OK) {
//     return -1;
//   }
//   entities = onym_document_entities(document, &count);
//   for (i = 0; i < count; ++i) *sum += entities[i].end;
//   onym_document_free(document);
//   clock_gettime(CLOCK_MONOTONIC, &end);
//   return (end.tv_sec - begin.tv_sec) * INT64_C(1000000000) + end.tv_nsec -
//          begin.tv_nsec;
// }
import "C"

import (
	"fmt"
	"log"
	"os"
	"slices"
	"strconv"
	"time"

	"onym"
)

func main() {
	if len(os.Args) < 2 {
		log.Fatal("usage: bench FILE [ROUNDS]")
	}
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	rounds := 2000
	if len(os.Args) > 2 {
		if rounds, err = strconv.Atoi(os.Args[2]); err != nil || rounds < 1 {
			log.Fatal("ROUNDS is no number above 0")
		}
	}
	compare(string(text), rounds)
}

func compare(text string, rounds int) {
	tagger, err := onym.OpenDefault()
	if err != nil {
		log.Fatal(err)
	}
	var cTagger *C.onym_tagger
	var scratch *C.onym_scratch
	if C.onym_tagger_open_default(&cTagger, nil) != C.ONYM_OK ||
		C.onym_scratch_new(&scratch, nil) != C.ONYM_OK {
		log.Fatal("no default model")
	}
	cText := C.CString(text)

	var goTimes, cTimes []int64
	var goSum, cSum C.size_t
	for range rounds {
		start := time.Now()
		document, err := tagger.Tag(text, nil)
		if err != nil {
			log.Fatal(err)
		}
		for _, e := range document.Entities {
			goSum += C.size_t(e.End)
		}
		goTimes = append(goTimes, int64(time.Since(start)))
		cTimes = append(cTimes, int64(C.tag(cTagger, scratch, cText,
			C.size_t(len(text)), &cSum)))
	}
	if goSum != cSum {
		log.Fatal("Go and C differ")
	}
	inGo, inC := decile(goTimes), decile(cTimes)
	fmt.Printf("%d bytes: C %.1f us, Go %.1f us, Go/C %.4f\n", len(text),
		inC/1e3, inGo/1e3, inGo/inC)
}

// decile returns the value that a tenth of the values is below.
func decile(values []int64) float64 {
	slices.Sort(values)
	return float64(values[len(values)/10])
}
