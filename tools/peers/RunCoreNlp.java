// Runs the named entity recognizer of Stanford CoreNLP, with all that it needs.
// `java -cp 'FOLDER/*' RunCoreNlp.java ROUNDS` compiles and runs this file.

import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.CoreEntityMention;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

public final class RunCoreNlp {
  private static List<String> readTexts() throws Exception {
    BufferedReader lines = new BufferedReader(
        new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    List<String> texts = new ArrayList<>();
    for (String line; (line = lines.readLine()) != null; ) {
      texts.add(new String(Base64.getDecoder().decode(line),
          StandardCharsets.UTF_8));
    }
    return texts;
  }

  private static List<CoreEntityMention> tag(
      StanfordCoreNLP pipeline, String text) {
    CoreDocument document = new CoreDocument(text);
    pipeline.annotate(document);
    return document.entityMentions();
  }

  private static void print(
      PrintStream out, int number, String text, CoreEntityMention entity) {
    int begin = entity.charOffsets().first;
    int end = entity.charOffsets().second;
    out.printf("entity\t%d\t%d\t%d\t%s%n", number,
        text.codePointCount(0, begin), text.codePointCount(0, end),
        entity.entityType());
  }

  public static void main(String[] arguments) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,pos,lemma,ner");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    List<String> texts = readTexts();
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    for (int i = 0; i < texts.size(); ++i) {
      for (CoreEntityMention entity : tag(pipeline, texts.get(i))) {
        print(out, i, texts.get(i), entity);
      }
    }
    int rounds = Integer.parseInt(arguments[arguments.length - 1]);
    for (int round = 0; round < rounds; ++round) {
      long start = System.nanoTime();
      for (String text : texts) tag(pipeline, text);
      out.println("seconds\t" + (System.nanoTime() - start) / 1e9);
    }
    String version =
        StanfordCoreNLP.class.getPackage().getImplementationVersion();
    out.println("version\t" + (version == null ? "unknown" : version));
  }
}
