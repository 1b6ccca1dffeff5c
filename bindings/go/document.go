package onym

// #include <onym/onym.h>
import "C"

import "unsafe"

// Token is a word, number, sign or mark. White space belongs to no token, every
// other byte to exactly one.
type Token struct {
	Begin, End uint32
	Kind       TokenKind
	Flags      TokenFlag
}

// Sentence is a sentence, headline, caption or other stretch that stands by
// itself: the tokens from FirstToken up to EndToken, which is not included.
type Sentence struct {
	Begin, End           uint32
	FirstToken, EndToken uint32
	Flags                uint32
}

// Entity is a mention of a name, date, number and so on. It covers at least one
// token, and tokens of one sentence only.
type Entity struct {
	Begin, End           uint32
	FirstToken, EndToken uint32
	Type                 string  // Such as "PERSON".
	Confidence           float32 // Probability that span and type are right.
	Group                uint32  // Shared by mentions of one thing; 0: none.
	Flags                uint32
}

// Document is what was found in a text, in the order of the text.
type Document struct {
	Tokens    []Token
	Sentences []Sentence
	Entities  []Entity
}

// The arrays are copied as they are, which their sizes must allow.
const (
	_ = -uint(unsafe.Sizeof(Token{}) ^ C.sizeof_onym_token)
	_ = -uint(unsafe.Sizeof(Sentence{}) ^ C.sizeof_onym_sentence)
)

// take copies a document of the library and frees it. The entities are numbered
// by types.
func take(document *C.onym_document, types []string) *Document {
	defer C.onym_document_free(document)
	var count C.size_t
	tokens := C.onym_document_tokens(document, &count)
	result := &Document{Tokens: copied[Token](unsafe.Pointer(tokens), count)}
	sentences := C.onym_document_sentences(document, &count)
	result.Sentences = copied[Sentence](unsafe.Pointer(sentences), count)
	entities := C.onym_document_entities(document, &count)
	result.Entities = make([]Entity, count)
	for i, e := range unsafe.Slice(entities, count) {
		result.Entities[i] = Entity{
			Begin:      uint32(e.begin),
			End:        uint32(e.end),
			FirstToken: uint32(e.first_token),
			EndToken:   uint32(e.end_token),
			Type:       types[e._type],
			Confidence: float32(e.confidence),
			Group:      uint32(e.group),
			Flags:      uint32(e.flags),
		}
	}
	return result
}

func copied[T any](array unsafe.Pointer, count C.size_t) []T {
	result := make([]T, count)
	copy(result, unsafe.Slice((*T)(array), count))
	return result
}
