package org.onym;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;

/**
 * A model, ready to tag. It never changes: open it once, share it among all
 * threads. {@code close} gives its memory back; if nobody calls it, the garbage
 * collector does in the end.
 */
public final class Tagger implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();

  /** Held for reading during every call, for writing by close alone. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  private final Handle handle;
  private final Cleaner.Cleanable cleanable;
  private final List<String> types;

  /** Is told by a batch how far it is. It must not close the tagger. */
  @FunctionalInterface
  public interface Progress {
    /** Returns whether to go on, after {@code done} of {@code count} texts. */
    boolean step(long done, long count);
  }

  /** What the library holds for a tagger, and must free. */
  private static final class Handle implements Runnable {
    long tagger;

    /** Working memory between calls, which is dear to make. */
    final ConcurrentLinkedQueue<Long> scratches = new ConcurrentLinkedQueue<>();

    @Override
    public void run() {
      Library.onym_tagger_free(tagger);
      tagger = 0;
      scratches.forEach(Library::onym_scratch_free);
      scratches.clear();
    }
  }

  private Tagger(ToIntBiFunction<long[], long[]> open) {
    handle = new Handle();
    handle.tagger = Library.make(open);
    cleanable = CLEANER.register(this, handle);
    types = IntStream.range(0, Library.onym_tagger_type_count(handle.tagger))
        .mapToObj(i -> Library.string(Library.onym_tagger_type_name(handle.tagger, i, null)))
        .toList();
  }

  /** Opens the model that is built into the library. */
  public static Tagger openDefault() {
    return new Tagger(Library::onym_tagger_open_default);
  }

  /** Opens a model file. */
  public static Tagger open(Path path) {
    byte[] bytes = Library.utf8(path.toString());
    return new Tagger((t, e) -> Library.onym_tagger_open(bytes, bytes.length, t, e));
  }

  /** Opens a model that lies in memory, of which it makes a copy. */
  public static Tagger open(byte[] model) {
    return new Tagger((t, e) -> Library.onym_tagger_open_bytes(model, model.length, t, e));
  }

  /** Returns the names of the entity types that the model knows. */
  public List<String> types() {
    return types;
  }

  /** Returns what the model says of itself under one of {@link Constants.Info}; null if nothing. */
  public String info(int key) {
    return use(tagger -> Library.string(Library.onym_tagger_info_string(tagger, key, null)));
  }

  /** Returns the number that the model has under one of {@link Constants.Info}; 0 if none. */
  public long infoNumber(int key) {
    return use(tagger -> Library.onym_tagger_info_number(tagger, key));
  }

  /** Finds the tokens, sentences and entities of a text. */
  public Document tag(String text) {
    return tag(text, Options.DEFAULT);
  }

  /** The same with options. */
  public Document tag(String text, Options options) {
    byte[] bytes = Library.utf8(text);
    return use(options, (tagger, set) -> tag(tagger, bytes, set));
  }

  private Document tag(long tagger, byte[] bytes, long options) {
    Long kept = handle.scratches.poll();
    long scratch = kept != null ? kept : Library.make(Library::onym_scratch_new);
    try {
      long document = Library.make(
          (d, e) -> Library.onym_tagger_tag(tagger, bytes, bytes.length, options, scratch, d, e));
      return Document.take(document, types);
    } finally {
      handle.scratches.add(scratch);
    }
  }

  /** Tags many texts: each document is what {@code tag} makes of the text. */
  public List<Document> tagBatch(List<String> texts, Options options) {
    return tagBatch(texts, options, (done, count) -> true);
  }

  /**
   * The same, and tells {@code progress} in this thread how far it is. If that
   * returns false, the call fails with {@link Constants.Status#CANCELLED}; what
   * it throws comes as the cause of a {@link java.util.concurrent.CompletionException}.
   */
  public List<Document> tagBatch(List<String> texts, Options options, Progress progress) {
    List<byte[]> inputs = texts.stream().map(Library::utf8).toList();
    return use(options, (tagger, set) -> tagBatch(tagger, inputs, set, progress));
  }

  private List<Document> tagBatch(
      long tagger, List<byte[]> inputs, long options, Progress progress) {
    CompletableFuture<Void> thrown = new CompletableFuture<>();
    Library.Progress step = (context, done, count) -> {
      try {
        return progress.step(done, count) ? 0 : 1;
      } catch (Throwable failure) { // It must not cross C++.
        thrown.completeExceptionally(failure);
        return 1;
      }
    };
    long[] documents = new long[inputs.size()];
    try (Memory texts = texts(inputs)) {
      Library.call(e -> Library.onym_options_set_progress(options, step, null, e));
      Library.call(e -> Library.onym_tagger_tag_batch(
          tagger, texts, documents.length, options, documents, e));
    } catch (OnymException exception) {
      thrown.getNow(null);
      throw exception;
    } finally {
      Reference.reachabilityFence(step);
    }
    return Document.takeAll(documents, document -> Document.take(document, types));
  }

  /** Returns an array of onym_text, and behind it the texts. */
  private static Memory texts(List<byte[]> inputs) {
    long place = 2L * Long.BYTES * inputs.size();
    Memory memory = new Memory(1 + place + inputs.stream().mapToLong(bytes -> bytes.length).sum());
    long at = 0;
    for (byte[] bytes : inputs) {
      memory.write(place, bytes, 0, bytes.length);
      memory.write(at, new long[] {Pointer.nativeValue(memory) + place, bytes.length}, 0, 2);
      at += 2 * Long.BYTES;
      place += bytes.length;
    }
    return memory;
  }

  /** Frees the model, after the calls that are under way. Later calls fail. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      cleanable.clean();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private <T> T use(Options options, BiFunction<Long, Long, T> body) {
    long set = options.make();
    try {
      return use(tagger -> body.apply(tagger, set));
    } finally {
      Library.onym_options_free(set);
    }
  }

  /** Runs a body with the tagger, which stays open meanwhile. */
  private <T> T use(LongFunction<T> body) {
    lock.readLock().lock();
    try {
      if (handle.tagger == 0) {
        throw new IllegalStateException("the tagger is closed");
      }
      return body.apply(handle.tagger);
    } finally {
      lock.readLock().unlock();
      Reference.reachabilityFence(this);
    }
  }
}
