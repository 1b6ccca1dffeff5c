package org.onym;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import org.onym.Constants.EntityLayout;
import org.onym.Constants.SentenceLayout;
import org.onym.Constants.TokenLayout;

/**
 * What was found in a text, in the order of the text. The lists cannot be
 * changed. They hold the bytes that the library wrote, and make an object when
 * it is asked for.
 *
 * @param tokens the tokens
 * @param sentences the sentences
 * @param entities the entities
 */
public record Document(List<Token> tokens, List<Sentence> sentences, List<Entity> entities) {

  /** Copies a document of the library and frees it; its types have the names {@code types}. */
  static Document take(long document, List<String> types) {
    try {
      long[] count = new long[1];
      Pointer start = Library.onym_document_tokens(document, count);
      ByteBuffer t = bytes(start, count[0] * TokenLayout.SIZE);
      start = Library.onym_document_sentences(document, count);
      ByteBuffer s = bytes(start, count[0] * SentenceLayout.SIZE);
      start = Library.onym_document_entities(document, count);
      ByteBuffer e = bytes(start, count[0] * EntityLayout.SIZE);
      return new Document(
          rows(t, TokenLayout.SIZE, at -> token(t, at)),
          rows(s, SentenceLayout.SIZE, at -> sentence(s, at)),
          rows(e, EntityLayout.SIZE, at -> entity(e, at, types)));
    } finally {
      Library.onym_document_free(document);
    }
  }

  /** Returns what {@code take} makes of each document, and frees the rest if one fails. */
  static List<Document> takeAll(long[] documents, LongFunction<Document> take) {
    int next = 0;
    try {
      List<Document> taken = new ArrayList<>(documents.length);
      while (next < documents.length) {
        taken.add(take.apply(documents[next++]));
      }
      return Collections.unmodifiableList(taken);
    } finally {
      while (next < documents.length) {
        Library.onym_document_free(documents[next++]);
      }
    }
  }

  private static ByteBuffer bytes(Pointer start, long size) {
    byte[] bytes = start == null ? new byte[0] : start.getByteArray(0, Math.toIntExact(size));
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }

  private static Token token(ByteBuffer bytes, int at) {
    int end = bytes.getInt(at + TokenLayout.END);
    short kind = bytes.getShort(at + TokenLayout.KIND);
    short flags = bytes.getShort(at + TokenLayout.FLAGS);
    return new Token(bytes.getInt(at + TokenLayout.BEGIN), end, kind, flags);
  }

  private static Sentence sentence(ByteBuffer bytes, int at) {
    int begin = bytes.getInt(at + SentenceLayout.BEGIN);
    int end = bytes.getInt(at + SentenceLayout.END);
    int first = bytes.getInt(at + SentenceLayout.FIRST_TOKEN);
    int last = bytes.getInt(at + SentenceLayout.END_TOKEN);
    return new Sentence(begin, end, first, last, bytes.getInt(at + SentenceLayout.FLAGS));
  }

  private static Entity entity(ByteBuffer bytes, int at, List<String> types) {
    int begin = bytes.getInt(at + EntityLayout.BEGIN);
    int end = bytes.getInt(at + EntityLayout.END);
    int first = bytes.getInt(at + EntityLayout.FIRST_TOKEN);
    int last = bytes.getInt(at + EntityLayout.END_TOKEN);
    String type = types.get(bytes.getInt(at + EntityLayout.TYPE));
    float confidence = bytes.getFloat(at + EntityLayout.CONFIDENCE);
    int group = bytes.getInt(at + EntityLayout.GROUP);
    int flags = bytes.getInt(at + EntityLayout.FLAGS);
    return new Entity(begin, end, first, last, type, confidence, group, flags);
  }

  /** A list whose element {@code i} is {@code read.apply(i * size)}. */
  private static <T> List<T> rows(ByteBuffer bytes, int size, IntFunction<T> read) {
    final class Rows extends AbstractList<T> implements RandomAccess {
      @Override
      public T get(int index) {
        return read.apply(Objects.checkIndex(index, size()) * size);
      }

      @Override
      public int size() {
        return bytes.capacity() / size;
      }
    }
    return new Rows();
  }
}
