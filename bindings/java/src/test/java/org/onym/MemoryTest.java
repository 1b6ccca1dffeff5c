package org.onym;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the library allocates is given back, however long a tagger is used. */
class MemoryTest {
  private static final int THREADS = 8;
  private static final Path MODEL = Path.of("../../models/en.onym");
  private static final Path ARTICLE = Path.of("../../examples/article.txt");

  /**
   * The threads tag the lines and the whole of an article over and over: the
   * results never differ, and memory does not grow. It is over after some texts,
   * or after the time that -Donym.endure=PT10M tells.
   */
  @Test
  void eightThreadsShareOneTagger() throws Exception {
    String article = Files.readString(ARTICLE);
    List<String> texts = Stream.concat(Stream.of(article), article.lines()).toList();
    try (Tagger tagger = Tagger.openDefault()) {
      List<Document> expected = texts.stream().map(tagger::tag).toList();
      tagAll(tagger, texts, expected, done -> done < 2000);
      long before = residentKilobytes();
      long count = tagAll(tagger, texts, expected, limit());
      long after = residentKilobytes();
      System.out.printf("%d texts, %d kB before, %d kB after%n", count, before, after);
      // What the virtual machine takes for its own work.
      assertTrue(after < before + 32 * 1024, "memory grew");
    }
  }

  @Test
  void forgottenTaggersAreFreed() throws Exception {
    long before = residentKilobytes();
    long enough = before + 64 * 1024;
    List<Tagger> taggers = new ArrayList<>();
    for (int i = 0; i < 30; ++i) {
      taggers.add(Tagger.open(MODEL));
    }
    assertTrue(residentKilobytes() > enough, "models weigh nothing");
    taggers.clear();
    for (int i = 0; i < 500 && residentKilobytes() > enough; ++i) {
      System.gc();
      Thread.sleep(10);
    }
    assertTrue(residentKilobytes() <= enough, "30 taggers stay");
  }

  @Test
  void documentsAreFreedIfOneCannotBeTaken() throws Exception {
    byte[] text = Library.utf8("a ".repeat(100_000));
    long before = residentKilobytes();
    for (int round = 0; round < 20; ++round) {
      long[] documents = new long[4];
      Arrays.setAll(
          documents,
          i -> Library.make((d, e) -> Library.onym_segment(text, text.length, 0, d, e)));
      var failure = new IllegalStateException("no memory");
      LongFunction<Document> take =
          document -> {
            Library.onym_document_free(document);
            throw failure;
          };
      assertSame(
          failure,
          assertThrows(failure.getClass(), () -> Document.takeAll(documents, take)));
    }
    // Three documents that stay in each round are 70,000 kB.
    assertTrue(residentKilobytes() < before + 32 * 1024, "the documents stay");
  }

  /** Returns what tells a thread that has done so many texts to go on. */
  private static IntPredicate limit() {
    String time = System.getProperty("onym.endure");
    if (time == null) {
      return done -> done < 2000;
    }
    Instant end = Instant.now().plus(Duration.parse(time));
    return done -> Instant.now().isBefore(end);
  }

  /** Tags in all threads; returns the number of texts. */
  private static long tagAll(
      Tagger tagger, List<String> texts, List<Document> expected, IntPredicate more)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int thread = 0; thread < THREADS; ++thread) {
        int start = thread;
        tasks.add(() -> tag(tagger, texts, expected, more, start));
      }
      long count = 0;
      for (Future<Integer> future : threads.invokeAll(tasks)) {
        count += future.get();
      }
      return count;
    } finally {
      threads.shutdownNow();
    }
  }

  private static int tag(
      Tagger tagger, List<String> texts, List<Document> expected, IntPredicate more, int start) {
    int done = 0;
    while (more.test(done)) {
      int i = (start + done++) % texts.size();
      assertEquals(expected.get(i), tagger.tag(texts.get(i)));
    }
    return done;
  }

  private static long residentKilobytes() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      String line = lines.filter(each -> each.startsWith("VmRSS:")).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", ""));
    }
  }
}
