// Package onym finds the tokens, sentences and named entities of raw news text.
// It wraps the C library libonym, which pkg-config finds under the name onym.
//
// Open a [Tagger] once and share it among all goroutines. Results are plain
// values: they need no closing, and outlive the tagger. Offsets count bytes, so
// that text[entity.Begin:entity.End] is what an entity covers, unless
// [Options].Unit asks for another unit.
package onym

// #cgo pkg-config: onym
// #include <onym/onym.h>
import "C"

import (
	"fmt"
	"unsafe"
)

// A program may meet another library when it starts than when it was built.
func init() {
	if err := checkABI(int32(C.onym_abi_version())); err != nil {
		panic(err)
	}
}

func checkABI(version int32) error {
	if version != ABIVersion {
		return fmt.Errorf("onym: libonym has the binary interface %d, not %d",
			version, ABIVersion)
	}
	return nil
}

// Version returns the version of the library, such as "1.0.0".
func Version() string {
	return C.GoString(C.onym_version())
}

// HasFeature tells whether the library was built with a feature.
func HasFeature(feature Feature) bool {
	return C.onym_has_feature(C.int32_t(feature)) != 0
}

// Error returns the name of the status, such as "NOT_FOUND". A Status is an
// error so that errors.Is(err, onym.StatusNotFound) can ask for it.
func (s Status) Error() string {
	return C.GoString(C.onym_status_name(C.onym_status(s)))
}

// Error is a failure that the library reports.
type Error struct {
	Status  Status
	Message string // One English sentence.
}

func (e *Error) Error() string {
	return "onym: " + e.Message
}

// Unwrap returns the status.
func (e *Error) Unwrap() error {
	return e.Status
}

// check returns what a call that may fail reported, and frees *e.
func check(status C.onym_status, e **C.onym_error) error {
	if status == C.ONYM_OK {
		return nil
	}
	defer C.onym_error_free(*e)
	return &Error{Status(status), C.GoString(C.onym_error_message(*e, nil))}
}

// chars returns the bytes of a text as C takes them, without a copy.
func chars(text string) (*C.char, C.size_t) {
	return (*C.char)(unsafe.Pointer(unsafe.StringData(text))), C.size_t(len(text))
}

// DecodeReferences replaces the HTML character references of a text, usually
// of one token, by what they name: "&rdquo;" by "”".
func DecodeReferences(text string) (string, error) {
	var e *C.onym_error
	var size C.size_t
	data, n := chars(text)
	err := check(C.onym_decode_references(data, n, nil, 0, &size, &e), &e)
	if err != nil || size == 0 {
		return "", err
	}
	decoded := make([]byte, size)
	err = check(C.onym_decode_references(data, n,
		(*C.char)(unsafe.Pointer(&decoded[0])), size, &size, &e), &e)
	return string(decoded), err
}

// ConvertOffsets replaces each of the offsets, places of the text counted in
// the unit from, by the same place counted in the unit to.
func ConvertOffsets(text string, from, to Unit, offsets []uint32) error {
	var e *C.onym_error
	var places *C.onym_offset_map
	data, n := chars(text)
	if err := check(C.onym_offset_map_new(data, n, &places, &e), &e); err != nil {
		return err
	}
	defer C.onym_offset_map_free(places)
	return check(C.onym_offset_map_convert(places, C.int32_t(from),
		C.int32_t(to), (*C.uint32_t)(unsafe.SliceData(offsets)),
		C.size_t(len(offsets)), &e), &e)
}
