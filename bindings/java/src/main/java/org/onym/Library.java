package org.onym;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * The functions of onym.h. JNA binds them directly, which is several times
 * faster than its proxies. Objects and sizes are {@code long}, which is right on
 * every 64-bit system; an {@code onym_x **} is an array of one.
 */
final class Library {
  static {
    if (Native.POINTER_SIZE != 8) {
      throw new UnsatisfiedLinkError("Onym for Java needs a 64-bit system");
    }
    Native.register(Library.class, Platform.isLinux() ? "libonym.so.1" : "onym");
    checkAbi(onym_abi_version());
  }

  /** A pattern takes a pair of surrogates for the one character that it is. */
  private static final Pattern UNPAIRED_SURROGATE = Pattern.compile("\\p{Cs}");

  private Library() {}

  /** A program may meet another library when it runs than when it was built. */
  static void checkAbi(int version) {
    if (version != Constants.ABI_VERSION) {
      throw new UnsatisfiedLinkError("libonym has another binary interface: " + version);
    }
  }

  /** Makes a call that may fail, and that puts its error into an array of one. */
  static void call(ToIntFunction<long[]> call) {
    long[] error = new long[1];
    int status = call.applyAsInt(error);
    if (status != Constants.Status.OK) {
      String message = string(onym_error_message(error[0], null));
      onym_error_free(error[0]);
      throw new OnymException(status, message);
    }
  }

  /** Makes a call that puts an object into an array of one, or else an error. */
  static long make(ToIntBiFunction<long[], long[]> call) {
    long[] object = new long[1];
    call(error -> call.applyAsInt(object, error));
    return object[0];
  }

  /** Returns a string of the library; null for NULL. */
  static String string(Pointer chars) {
    return chars == null ? null : chars.getString(0, UTF_8.name());
  }

  /** Returns a text in UTF-8, with U+FFFD for what is none, where getBytes has '?'. */
  static byte[] utf8(String text) {
    for (int i = 0; i < text.length(); ++i) {
      if (Character.isSurrogate(text.charAt(i))) {
        return UNPAIRED_SURROGATE.matcher(text).replaceAll("\ufffd").getBytes(UTF_8);
      }
    }
    return text.getBytes(UTF_8);
  }

  interface Progress extends Callback {
    int apply(Pointer context, long done, long count);
  }

  static native Pointer onym_version();

  static native int onym_abi_version();

  static native int onym_has_feature(int feature);

  static native Pointer onym_status_name(int status);

  static native Pointer onym_error_message(long error, long[] size);

  static native void onym_error_free(long error);

  static native int onym_options_new(long[] options, long[] error);

  static native int onym_options_set_int(long options, int key, long value, long[] error);

  static native int onym_options_set_double(long options, int key, double value, long[] error);

  static native int onym_options_set_progress(
      long options, Progress progress, Pointer context, long[] error);

  static native void onym_options_free(long options);

  static native Pointer onym_document_tokens(long document, long[] count);

  static native Pointer onym_document_sentences(long document, long[] count);

  static native Pointer onym_document_entities(long document, long[] count);

  static native void onym_document_free(long document);

  static native int onym_segment(
      byte[] text, long size, long options, long[] document, long[] error);

  static native int onym_tagger_open_default(long[] tagger, long[] error);

  static native int onym_tagger_open(byte[] path, long size, long[] tagger, long[] error);

  static native int onym_tagger_open_bytes(byte[] bytes, long size, long[] tagger, long[] error);

  static native Pointer onym_tagger_info_string(long tagger, int key, long[] size);

  static native long onym_tagger_info_number(long tagger, int key);

  static native int onym_tagger_type_count(long tagger);

  static native Pointer onym_tagger_type_name(long tagger, int type, long[] size);

  static native int onym_tagger_tag(
      long tagger, byte[] text, long size, long options, long scratch,
      long[] document, long[] error);

  static native int onym_tagger_tag_batch(
      long tagger, Pointer texts, long count, long options, long[] documents, long[] error);

  static native void onym_tagger_free(long tagger);

  static native int onym_scratch_new(long[] scratch, long[] error);

  static native void onym_scratch_free(long scratch);

  static native int onym_decode_references(
      byte[] text, long size, byte[] buffer, long capacity, long[] needed, long[] error);

  static native int onym_offset_map_new(byte[] text, long size, long[] map, long[] error);

  static native int onym_offset_map_convert(
      long map, int from, int to, int[] offsets, long count, long[] error);

  static native void onym_offset_map_free(long map);
}
