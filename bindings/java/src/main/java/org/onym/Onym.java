package org.onym;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** What needs no model: the library itself, segmentation, characters and offsets. */
public final class Onym {
  private Onym() {}

  /** Returns the version of the library, such as "1.0.0". */
  public static String version() {
    return Library.string(Library.onym_version());
  }

  /** Tells whether the library was built with one of {@link Constants.Feature}. */
  public static boolean hasFeature(int feature) {
    return Library.onym_has_feature(feature) != 0;
  }

  /** Finds the tokens and sentences of a text. */
  public static Document segment(String text) {
    byte[] bytes = Library.utf8(text);
    long options = Options.DEFAULT.make();
    try {
      long document =
          Library.make((d, e) -> Library.onym_segment(bytes, bytes.length, options, d, e));
      return Document.take(document, List.of());
    } finally {
      Library.onym_options_free(options);
    }
  }

  /**
   * Replaces the HTML character references of a text, usually of one token, by
   * what they name: {@code &rdquo;} by a quotation mark.
   */
  public static String decodeReferences(String text) {
    byte[] bytes = Library.utf8(text);
    long[] size = new long[1];
    Library.call(e -> Library.onym_decode_references(bytes, bytes.length, null, 0, size, e));
    byte[] decoded = new byte[Math.toIntExact(size[0])];
    Library.call(
        e -> Library.onym_decode_references(bytes, bytes.length, decoded, size[0], size, e));
    return new String(decoded, UTF_8);
  }

  /**
   * Returns the places of a text that {@code offsets} are, counted in {@code to}
   * instead of {@code from}; both are of {@link Constants.Unit}.
   */
  public static int[] convertOffsets(String text, int from, int to, int... offsets) {
    byte[] bytes = Library.utf8(text);
    int[] converted = offsets.clone();
    long map = Library.make((m, e) -> Library.onym_offset_map_new(bytes, bytes.length, m, e));
    try {
      Library.call(
          e -> Library.onym_offset_map_convert(map, from, to, converted, converted.length, e));
      return converted;
    } finally {
      Library.onym_offset_map_free(map);
    }
  }
}
