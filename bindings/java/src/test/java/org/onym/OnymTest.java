package org.onym;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.onym.Constants.Status;
import org.onym.Constants.Unit;

class OnymTest {
  private static final String SENTENCE =
      "Angela Merkel spoke at NATO headquarters in Brussels on Tuesday.";
  private static final Path MODEL = Path.of("../../models/en.onym");
  private static final Tagger TAGGER = Tagger.openDefault();

  @AfterAll
  static void close() {
    TAGGER.close();
  }

  /** Texts that differ, the empty one among them. */
  private static List<String> texts(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "%s In %d, it rained. ".formatted(SENTENCE, 1900 + i).repeat(i % 7))
        .toList();
  }

  private static List<String> names(String text, Document document) {
    return document.entities().stream()
        .map(e -> e.type() + " " + text.substring(e.begin(), e.end()))
        .toList();
  }

  @Test
  void libraryMatchesThisPackage() {
    Library.checkAbi(Constants.ABI_VERSION);
    assertThrows(
        UnsatisfiedLinkError.class, () -> Library.checkAbi(Constants.ABI_VERSION + 1));
    assertTrue(Onym.version().startsWith("1."));
    assertTrue(Onym.hasFeature(Constants.Feature.DEFAULT_MODEL));
    assertFalse(Onym.hasFeature(99));
  }

  @Test
  void tagFindsNames() {
    Document document = TAGGER.tag(SENTENCE);
    assertEquals(
        List.of("PERSON Angela Merkel", "ORG NATO", "GPE Brussels", "DATE Tuesday"),
        names(SENTENCE, document));
    Entity first = document.entities().get(0);
    assertEquals(0, first.firstToken());
    assertEquals(2, first.endToken());
    assertTrue(first.confidence() > 0.5 && first.confidence() <= 1);
    assertThrows(IndexOutOfBoundsException.class, () -> document.entities().get(4));
  }

  @Test
  void segmentFindsTokensAndSentences() {
    String text = "Dr. Nowak runs &amp; swims. It opened in 1997.";
    Document document = Onym.segment(text);
    assertEquals(List.of(), document.entities());
    assertEquals(2, document.sentences().size());
    Sentence second = document.sentences().get(1);
    assertEquals("It opened in 1997.", text.substring(second.begin(), second.end()));
    Token year = document.tokens().get(second.endToken() - 2);
    assertEquals("1997", text.substring(year.begin(), year.end()));
    assertEquals(Constants.TokenKind.NUMBER, year.kind());
    assertEquals(Constants.TokenFlag.SPACE_BEFORE, year.flags());
    assertNotEquals(0, document.tokens().get(3).flags() & Constants.TokenFlag.HAS_REFERENCE);
  }

  @Test
  void offsetsCountCharactersOfTheString() {
    String text = "né 😀 x";
    Token last = Onym.segment(text).tokens().get(2);
    assertEquals("x", text.substring(last.begin(), last.end()));
    for (var place : Map.of(Unit.BYTE, 9, Unit.CODE_POINT, 5, Unit.UTF16, 6).entrySet()) {
      int[] converted = Onym.convertOffsets(text, Unit.UTF16, place.getKey(), 6, 0);
      assertEquals(place.getValue(), converted[0]);
      assertEquals(0, converted[1]);
    }
    var exception = assertThrows(OnymException.class, () -> Onym.convertOffsets(text, 7, 0));
    assertEquals(Status.INVALID_ARGUMENT, exception.status());
  }

  @Test
  void referencesAreDecoded() {
    assertEquals("", Onym.decodeReferences(""));
    assertEquals("plain", Onym.decodeReferences("plain"));
    assertEquals("’s ”≫⃒", Onym.decodeReferences("&#8217;s &rdquo;&nGt;"));
  }

  @Test
  void anyStringIsText() {
    for (String text : List.of("", "\0", " \n ", "a\0b", "x \ud83d y", "\udc00")) {
      for (Token token : TAGGER.tag(text).tokens()) {
        assertTrue(token.begin() < token.end() && token.end() <= text.length());
      }
    }
    Token last = TAGGER.tag("x \ud83d y").tokens().get(2);
    assertEquals(4, last.begin());
  }

  @Test
  void unpairedSurrogatesAreReplacementCharacters() {
    String text = "He left \ud83d They ran home.";
    String replaced = text.replace('\ud83d', '\ufffd');
    Document document = Onym.segment(text);
    assertEquals(1, document.sentences().size());
    assertEquals(Constants.TokenKind.SYMBOL, document.tokens().get(2).kind());
    assertEquals(Onym.segment(replaced), document);
    assertEquals(TAGGER.tag(replaced), TAGGER.tag(text));
    assertEquals(List.of(TAGGER.tag(text)), TAGGER.tagBatch(List.of(text), Options.DEFAULT));
    assertEquals("\ufffd😀\ufffd&", Onym.decodeReferences("\ude00😀\ud83d&amp;"));
    assertEquals(11, Onym.convertOffsets(text, Unit.UTF16, Unit.BYTE, 9)[0]);
  }

  @Test
  void unsureEntitiesAreLeftOut() {
    Options sure = Options.DEFAULT.withMinConfidence(1);
    assertTrue(TAGGER.tag(SENTENCE, sure).entities().size() < 4);
  }

  @Test
  void modelsOpenFromFileAndMemory() throws Exception {
    byte[] bytes = Files.readAllBytes(MODEL);
    for (Tagger tagger : List.of(Tagger.open(MODEL), Tagger.open(bytes))) {
      try (tagger) {
        assertEquals(TAGGER.tag(SENTENCE), tagger.tag(SENTENCE));
        assertEquals(bytes.length, tagger.infoNumber(Constants.Info.FILE_SIZE));
        assertEquals("en", tagger.info(Constants.Info.LANGUAGE));
        assertNull(tagger.info(99));
        assertEquals(19, tagger.types().size());
        assertTrue(tagger.types().contains("PERSON"));
      }
    }
  }

  @Test
  void failuresHaveStatusAndMessage() {
    byte[] damaged = "onym".getBytes(StandardCharsets.UTF_8);
    Options tooSure = Options.DEFAULT.withMinConfidence(2);
    Map<Integer, Callable<?>> calls =
        Map.of(
            Status.NOT_FOUND, () -> Tagger.open(Path.of("no", "such.onym")),
            Status.DATA_LOSS, () -> Tagger.open(damaged),
            Status.INVALID_ARGUMENT, () -> TAGGER.tag("", tooSure));
    calls.forEach(
        (status, call) -> {
          var exception = assertThrows(OnymException.class, call::call);
          assertEquals(status, exception.status());
          assertTrue(exception.getMessage().matches("[A-Z_]+: .+"), exception.getMessage());
        });
  }

  @Test
  void closedTaggerFails() {
    Tagger tagger = Tagger.openDefault();
    Document document = tagger.tag(SENTENCE);
    tagger.close();
    tagger.close();
    assertThrows(IllegalStateException.class, () -> tagger.tag(SENTENCE));
    assertThrows(IllegalStateException.class, () -> tagger.info(Constants.Info.NAME));
    assertEquals(4, names(SENTENCE, document).size());
  }

  @Test
  void batchEqualsSingleCalls() {
    List<String> texts = texts(40);
    List<Document> singly = texts.stream().map(TAGGER::tag).toList();
    for (int threads : new int[] {1, 3, 0}) {
      List<Long> steps = new ArrayList<>(List.of(0L));
      Options options = Options.DEFAULT.withThreads(threads);
      List<Document> documents =
          TAGGER.tagBatch(
              texts,
              options,
              (done, count) -> {
                assertEquals(texts.size(), count);
                assertTrue(done > steps.get(steps.size() - 1));
                return steps.add(done);
              });
      assertEquals(singly, documents);
      assertEquals(texts.size(), steps.get(steps.size() - 1));
    }
    assertEquals(singly, TAGGER.tagBatch(texts, Options.DEFAULT));
    assertEquals(List.of(), TAGGER.tagBatch(List.of(), Options.DEFAULT));
  }

  @Test
  void batchEndsWhenProgressSaysSo() {
    List<Long> steps = new ArrayList<>();
    var exception =
        assertThrows(
            OnymException.class,
            () -> TAGGER.tagBatch(texts(40), Options.DEFAULT, (done, count) -> !steps.add(done)));
    assertEquals(Status.CANCELLED, exception.status());
    assertTrue(steps.size() == 1 && steps.get(0) < 40);
  }

  @Test
  void failureOfProgressReachesTheCaller() {
    Options options = Options.DEFAULT.withThreads(2);
    var enough = new AssertionError("enough");
    Tagger.Progress progress =
        (done, count) -> {
          throw enough;
        };
    var exception =
        assertThrows(
            CompletionException.class, () -> TAGGER.tagBatch(texts(3), options, progress));
    assertSame(enough, exception.getCause());
  }

  @Test
  void closeWaitsForCalls() throws Exception {
    Tagger tagger = Tagger.openDefault();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (int i = 0; i < 4; ++i) {
        futures.add(threads.submit(() -> tagUntilClosed(tagger)));
      }
      tagger.tag(SENTENCE);
      tagger.close();
      for (Future<?> future : futures) {
        future.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void tagUntilClosed(Tagger tagger) {
    Document document = TAGGER.tag(SENTENCE);
    try {
      while (true) {
        assertEquals(document, tagger.tag(SENTENCE));
      }
    } catch (IllegalStateException closed) {
      assertEquals("the tagger is closed", closed.getMessage());
    }
  }
}
