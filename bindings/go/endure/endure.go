// Endure shares one tagger among 8 goroutines, each of which tags the
// paragraphs and the whole of a text over and over. It fails if a result
// differs from the first, or if memory grows after a warm-up.
//
//	go run ./endure FILE 10m     # for ten minutes
//	go run ./endure FILE 2000    # each goroutine tags so many texts
package main

import (
	"fmt"
	"log"
	"os"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"onym"
)

const workers = 8

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: endure FILE DURATION|COUNT")
	}
	article, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	more, err := limit(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	tagger, err := onym.OpenDefault()
	if err != nil {
		log.Fatal(err)
	}
	defer tagger.Close()
	texts := append(strings.Split(string(article), "\n"), string(article))
	want := make([]*onym.Document, len(texts))
	for i, text := range texts {
		if want[i], err = tagger.Tag(text, nil); err != nil {
			log.Fatal(err)
		}
	}

	warmUp := func(done int) bool { return done < 1000 }
	tag(tagger, texts, want, warmUp)
	before := residentKilobytes()
	count := tag(tagger, texts, want, more)
	after := residentKilobytes()
	fmt.Printf("%d texts, %d kB resident before, %d kB after\n", count, before,
		after)
	// What the garbage collector may leave to the next cycle.
	if after > before+8*1024 {
		log.Fatal("memory grew")
	}
}

// limit returns what tells a worker that has done so many texts to go on.
func limit(argument string) (func(done int) bool, error) {
	if count, err := strconv.Atoi(argument); err == nil {
		return func(done int) bool { return done < count }, nil
	}
	duration, err := time.ParseDuration(argument)
	end := time.Now().Add(duration)
	return func(int) bool { return time.Now().Before(end) }, err
}

// tag has all workers tag until more is false; returns the number of texts.
func tag(tagger *onym.Tagger, texts []string, want []*onym.Document,
	more func(done int) bool) int64 {
	var count atomic.Int64
	var wait sync.WaitGroup
	for worker := range workers {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for done := 0; more(done); done++ {
				i := (done + worker) % len(texts)
				document, err := tagger.Tag(texts[i], nil)
				if err != nil {
					log.Fatal(err)
				}
				if !reflect.DeepEqual(document, want[i]) {
					log.Fatalf("text %d was tagged otherwise before", i)
				}
				count.Add(1)
			}
		}()
	}
	wait.Wait()
	return count.Load()
}

func residentKilobytes() (kilobytes int) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		log.Fatal(err)
	}
	_, line, _ := strings.Cut(string(status), "VmRSS:")
	if _, err := fmt.Sscan(line, &kilobytes); err != nil {
		log.Fatal(err)
	}
	return kilobytes
}
