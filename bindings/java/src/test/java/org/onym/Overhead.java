package org.onym;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Prints what tagging a text costs over the bare call of the library, with the
 * bytes at hand and no result taken: the lower deciles of both times, and their
 * ratio. The two alternate, so that whatever else runs on the machine hits both
 * alike. Arguments: FILE [ROUNDS].
 */
final class Overhead {
  private Overhead() {}

  public static void main(String[] arguments) throws Exception {
    String text = Files.readString(Path.of(arguments[0]));
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4000;
    byte[] bytes = text.getBytes(UTF_8);
    long bareTagger = Library.make(Library::onym_tagger_open_default);
    long scratch = Library.make(Library::onym_scratch_new);
    long options = Options.DEFAULT.make();
    double[] java = new double[rounds];
    double[] bare = new double[rounds];
    long sum = 0;
    try (Tagger tagger = Tagger.openDefault()) {
      for (int i = 0; i < rounds; ++i) {
        long start = System.nanoTime();
        for (Entity entity : tagger.tag(text).entities()) {
          sum += entity.end();
        }
        java[i] = System.nanoTime() - start;
        start = System.nanoTime();
        Library.onym_document_free(Library.make((d, e) -> Library.onym_tagger_tag(
            bareTagger, bytes, bytes.length, options, scratch, d, e)));
        bare[i] = System.nanoTime() - start;
      }
    }
    double inJava = decile(java);
    double inBare = decile(bare);
    System.out.printf(
        "%d bytes: bare call %.1f us, Java %.1f us, Java/bare %.4f (ends sum up to %d)%n",
        bytes.length, inBare, inJava, inJava / inBare, sum);
  }

  /** Returns microseconds. */
  private static double decile(double[] nanoseconds) {
    Arrays.sort(nanoseconds);
    return nanoseconds[nanoseconds.length / 10] / 1000;
  }
}
