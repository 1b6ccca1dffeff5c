import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.onym.Entity;
import org.onym.OnymException;
import org.onym.Tagger;

/**
 * Prints the named entities of an article: type, confidence and text, one a
 * line. Usage: Tag FILE
 */
public final class Tag {
  private Tag() {}

  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("usage: Tag FILE");
      System.exit(2);
    }
    try {
      printEntities(Path.of(arguments[0]));
    } catch (IOException | OnymException exception) {
      System.err.println(exception);
      System.exit(1);
    }
  }

  private static void printEntities(Path path) throws IOException {
    String text = Files.readString(path);
    // What the locale of the machine cannot spell is printed all the same.
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    try (Tagger tagger = Tagger.openDefault()) {
      for (Entity entity : tagger.tag(text).entities()) {
        String name = text.substring(entity.begin(), entity.end());
        out.printf(Locale.ROOT, "%s\t%.2f\t%s%n", entity.type(), entity.confidence(), name);
      }
    }
  }
}
