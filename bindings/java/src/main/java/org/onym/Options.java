package org.onym;

import org.onym.Constants.Option;

/**
 * What a call should do differently from the default. A value that is out of
 * range makes the call fail.
 *
 * @param minConfidence entities below this confidence, in [0, 1], are left out
 * @param threads how many threads share a batch, at most 1024; 0 means one for
 *     each processor
 */
public record Options(double minConfidence, int threads) {
  /** All entities, and one thread. */
  public static final Options DEFAULT = new Options(0, 1);

  /** Returns the same options with another least confidence. */
  public Options withMinConfidence(double minConfidence) {
    return new Options(minConfidence, threads);
  }

  /** Returns the same options with another number of threads. */
  public Options withThreads(int threads) {
    return new Options(minConfidence, threads);
  }

  /** Makes what the library takes for them, which the caller frees. */
  long make() {
    long options = Library.make(Library::onym_options_new);
    try {
      set(options, Option.OFFSET_UNIT, Constants.Unit.UTF16);
      set(options, Option.THREADS, threads);
      Library.call(
          e -> Library.onym_options_set_double(options, Option.MIN_CONFIDENCE, minConfidence, e));
      return options;
    } catch (OnymException exception) {
      Library.onym_options_free(options);
      throw exception;
    }
  }

  private static void set(long options, int key, long value) {
    Library.call(e -> Library.onym_options_set_int(options, key, value, e));
  }
}
