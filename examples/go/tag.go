// Prints the named entities of an article: type, confidence and text, one a
// line. Usage: tag FILE
//
//	go run . ../article.txt
package main

import (
	"fmt"
	"os"

	"onym"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: tag FILE")
		os.Exit(2)
	}
	if err := printEntities(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func printEntities(path string) error {
	bytes, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	tagger, err := onym.OpenDefault()
	if err != nil {
		return err
	}
	defer tagger.Close()
	text := string(bytes)
	document, err := tagger.Tag(text, nil)
	if err != nil {
		return err
	}
	for _, e := range document.Entities {
		fmt.Printf("%s\t%.2f\t%s\n", e.Type, e.Confidence, text[e.Begin:e.End])
	}
	return nil
}
