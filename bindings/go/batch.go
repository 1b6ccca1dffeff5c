package onym

// #include <onym/onym.h>
// int32_t onymGoProgress(void* context, size_t done, size_t count);
import "C"

import (
	"context"
	"errors"
	"runtime"
	"runtime/cgo"
	"unsafe"
)

// TagBatch tags many texts: the document i is what Tag makes of the text i. It
// is all or nothing. Options.Threads lets several threads share the work. If ctx
// ends, the texts in work are finished and ctx.Err() is returned.
func (t *Tagger) TagBatch(
	ctx context.Context, texts []string, options *Options,
) ([]*Document, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if options == nil {
		options = &Options{}
	}
	set, err := options.set()
	if err != nil {
		return nil, err
	}
	defer C.onym_options_free(set)

	var pinner runtime.Pinner
	defer pinner.Unpin()
	watch := &watch{ctx: ctx, progress: options.Progress}
	handle := cgo.NewHandle(watch)
	defer handle.Delete()
	pinner.Pin(&handle)
	var e *C.onym_error
	if err := check(C.onym_options_set_progress(set,
		C.onym_progress(C.onymGoProgress), unsafe.Pointer(&handle), &e),
		&e); err != nil {
		return nil, err
	}

	documents, err := t.tagBatch(texts, set, &pinner)
	if watch.panicked != nil {
		panic(watch.panicked)
	}
	if watch.exited {
		runtime.Goexit()
	}
	if errors.Is(err, StatusCancelled) {
		return nil, ctx.Err()
	}
	return documents, err
}

func (t *Tagger) tagBatch(
	texts []string, options *C.onym_options, pinner *runtime.Pinner,
) ([]*Document, error) {
	inputs := make([]C.onym_text, len(texts))
	for i, text := range texts {
		if text != "" {
			inputs[i].data, inputs[i].size = chars(text)
			pinner.Pin(inputs[i].data)
		}
	}
	outputs := make([]*C.onym_document, len(texts))
	t.mutex.RLock()
	defer t.mutex.RUnlock()
	var e *C.onym_error
	if err := check(C.onym_tagger_tag_batch(t.tagger, unsafe.SliceData(inputs),
		C.size_t(len(texts)), options, unsafe.SliceData(outputs), &e),
		&e); err != nil {
		return nil, err
	}
	defer func() { // Frees the rest if one cannot be taken.
		for _, output := range outputs {
			C.onym_document_free(output)
		}
	}()
	documents := make([]*Document, len(texts))
	for i := range documents {
		output := outputs[0]
		outputs = outputs[1:]
		documents[i] = take(output, t.types)
	}
	return documents, nil
}

// watch is what a batch asks whether to go on.
type watch struct {
	ctx      context.Context
	progress func(done, count int)
	// How progress ended if it did not return.
	panicked any
	exited   bool
}

// onymGoProgress asks in a goroutine of its own: neither a panic nor
// runtime.Goexit may unwind the stack of this one, which holds frames of C++.
//
//export onymGoProgress
func onymGoProgress(handle unsafe.Pointer, done, count C.size_t) C.int32_t {
	watch := (*(*cgo.Handle)(handle)).Value().(*watch)
	stop := C.int32_t(1)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		watch.exited = true
		defer func() { watch.panicked = recover() }()
		if watch.progress != nil {
			watch.progress(int(done), int(count))
		}
		if watch.ctx.Err() == nil {
			stop = 0
		}
		watch.exited = false
	}()
	<-ended
	return stop
}
