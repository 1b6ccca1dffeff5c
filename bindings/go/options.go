package onym

// #include <onym/onym.h>
import "C"

// AllProcessors, as the number of threads, means one for each processor.
const AllProcessors = -1

// Options tells what a call should do differently from the default, which is
// the zero value.
type Options struct {
	// Entities of a smaller confidence, a number in [0, 1], are left out.
	MinConfidence float64
	// The unit of all offsets of the document.
	Unit Unit
	// How many threads share a batch, at most 1024; 0 means one.
	Threads int
	// Is told by a batch how many of its texts are done, in another goroutine, for
	// which the batch waits. A panic or runtime.Goexit in it ends the batch, and
	// then goes on in the goroutine that called TagBatch. It must not use the
	// tagger.
	Progress func(done, count int)
}

// set makes what the library takes for the options, which the caller frees.
func (o *Options) set() (*C.onym_options, error) {
	if o == nil {
		return nil, nil
	}
	var e *C.onym_error
	var options *C.onym_options
	if err := check(C.onym_options_new(&options, &e), &e); err != nil {
		return nil, err
	}
	err := check(C.onym_options_set_double(options,
		C.ONYM_OPTION_MIN_CONFIDENCE, C.double(o.MinConfidence), &e), &e)
	if err == nil {
		err = check(C.onym_options_set_int(options, C.ONYM_OPTION_OFFSET_UNIT,
			C.int64_t(o.Unit), &e), &e)
	}
	if err == nil {
		err = check(C.onym_options_set_int(options, C.ONYM_OPTION_THREADS,
			C.int64_t(threads(o.Threads)), &e), &e)
	}
	if err != nil {
		C.onym_options_free(options)
		return nil, err
	}
	return options, nil
}

// threads turns a number of the options into one of the library.
func threads(n int) int {
	switch n {
	case 0:
		return 1
	case AllProcessors:
		return 0
	}
	return n
}
