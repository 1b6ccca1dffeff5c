package onym

// #include <onym/onym.h>
import "C"

import (
	"runtime"
	"sync"
	"unsafe"
)

// Tagger is a model, ready to tag. All its methods may be called from many
// goroutines at a time. Close gives its memory back; if nobody calls it, the
// garbage collector does in the end.
type Tagger struct {
	mutex sync.RWMutex // Held for reading during every call, for Close alone.
	types []string
	*memory
}

// memory is what the library holds for a tagger.
type memory struct {
	tagger *C.onym_tagger
	// Working memory between calls, which would cost as much to make as an
	// article of a page costs to tag. A sync.Pool would do so after every garbage
	// collection, as Go does not see how large it is.
	scratches      []*C.onym_scratch
	scratchesMutex sync.Mutex
}

// OpenDefault opens the model that is built into the library. It fails with
// StatusNotFound if the library has none.
func OpenDefault() (*Tagger, error) {
	return open(func(t **C.onym_tagger, e **C.onym_error) C.onym_status {
		return C.onym_tagger_open_default(t, e)
	})
}

// Open opens the model file at path.
func Open(path string) (*Tagger, error) {
	return open(func(t **C.onym_tagger, e **C.onym_error) C.onym_status {
		data, size := chars(path)
		return C.onym_tagger_open(data, size, t, e)
	})
}

// OpenBytes opens a model that lies in memory, of which it makes a copy.
func OpenBytes(model []byte) (*Tagger, error) {
	return open(func(t **C.onym_tagger, e **C.onym_error) C.onym_status {
		return C.onym_tagger_open_bytes(unsafe.Pointer(unsafe.SliceData(model)),
			C.size_t(len(model)), t, e)
	})
}

func open(
	call func(**C.onym_tagger, **C.onym_error) C.onym_status,
) (*Tagger, error) {
	var e *C.onym_error
	t := &Tagger{memory: &memory{}}
	if err := check(call(&t.tagger, &e), &e); err != nil {
		return nil, err
	}
	runtime.AddCleanup(t, (*memory).free, t.memory)
	for i := range C.onym_tagger_type_count(t.tagger) {
		t.types = append(t.types,
			C.GoString(C.onym_tagger_type_name(t.tagger, i, nil)))
	}
	return t, nil
}

// Close frees the model, after the calls that are under way. Later calls answer
// StatusInvalidArgument, and "" or 0 where they cannot fail.
func (t *Tagger) Close() error {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.free()
	return nil
}

// free does nothing the second time.
func (m *memory) free() {
	C.onym_tagger_free(m.tagger)
	m.tagger = nil
	for _, scratch := range m.scratches {
		C.onym_scratch_free(scratch)
	}
	m.scratches = nil
}

// takeScratch returns working memory that no other call has.
func (m *memory) takeScratch() (*C.onym_scratch, error) {
	m.scratchesMutex.Lock()
	defer m.scratchesMutex.Unlock()
	if last := len(m.scratches) - 1; last >= 0 {
		scratch := m.scratches[last]
		m.scratches = m.scratches[:last]
		return scratch, nil
	}
	var e *C.onym_error
	var scratch *C.onym_scratch
	err := check(C.onym_scratch_new(&scratch, &e), &e)
	return scratch, err
}

func (m *memory) giveScratch(scratch *C.onym_scratch) {
	m.scratchesMutex.Lock()
	defer m.scratchesMutex.Unlock()
	m.scratches = append(m.scratches, scratch)
}

// Types returns the names of the entity types that the model knows.
func (t *Tagger) Types() []string {
	return append([]string(nil), t.types...)
}

// Info returns what the model says of itself under a key, "" if nothing.
func (t *Tagger) Info(key Info) string {
	t.mutex.RLock()
	defer t.mutex.RUnlock()
	return C.GoString(C.onym_tagger_info_string(t.tagger, C.int32_t(key), nil))
}

// InfoNumber returns the number that the model has under a key, 0 if none.
func (t *Tagger) InfoNumber(key Info) uint64 {
	t.mutex.RLock()
	defer t.mutex.RUnlock()
	return uint64(C.onym_tagger_info_number(t.tagger, C.int32_t(key)))
}

// Tag finds the tokens, sentences and entities of a text, which may hold any
// bytes. The options may be nil. The same text always gives the same document.
func (t *Tagger) Tag(text string, options *Options) (*Document, error) {
	set, err := options.set()
	if err != nil {
		return nil, err
	}
	defer C.onym_options_free(set)

	t.mutex.RLock()
	defer t.mutex.RUnlock()
	scratch, err := t.takeScratch()
	if err != nil {
		return nil, err
	}
	defer t.giveScratch(scratch)
	var e *C.onym_error
	var document *C.onym_document
	data, size := chars(text)
	if err := check(C.onym_tagger_tag(t.tagger, data, size, set, scratch,
		&document, &e), &e); err != nil {
		return nil, err
	}
	return take(document, t.types), nil
}

// Segment finds the tokens and sentences of a text, without a model. The
// options may be nil.
func Segment(text string, options *Options) (*Document, error) {
	set, err := options.set()
	if err != nil {
		return nil, err
	}
	defer C.onym_options_free(set)
	var e *C.onym_error
	var document *C.onym_document
	data, size := chars(text)
	if err := check(C.onym_segment(data, size, set, &document, &e),
		&e); err != nil {
		return nil, err
	}
	return take(document, nil), nil
}
