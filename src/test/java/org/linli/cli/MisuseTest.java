package org.linli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that no command understands. */
class MisuseTest {

  @AfterEach
  void speakAsBefore() {
    Words.speak("zh");
  }

  private static String complaint(String line) {
    StringWriter complained = new StringWriter();
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    assertThat(Commands.run(nowhere, new PrintWriter(complained), line.split(" "))).isEqualTo(2);
    return complained.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "import trees, FILE",
    "import --lang=LANG, LAYER",
    "export trees out.csv more, more",
    "import trees a.csv --forse, --forse",
    "import trees a.csv --home, --home",
    "import trees a.csv --home a --home b, --home",
    "import trees a.csv --mode=smash, smash",
    "demo --nothing, --nothing"
  })
  void whatIsWrongIsNamedInEachLanguage(String line, String named) {
    for (String language : new String[] {"zh", "en", "bo"}) {
      String spoken =
          line.contains("LANG")
              ? line.replace("LANG", language)
              : line.replaceFirst(" ", " --lang=" + language + " ");
      String first = complaint(spoken).lines().findFirst().orElseThrow();
      assertThat(first).as(spoken).contains(named);
      assertThat(first.codePoints().anyMatch(letter -> letter > 0x0F00))
          .as(first)
          .isEqualTo(!language.equals("en"));
    }
  }

  @Test
  void whatTheCommandUnderstandsFollows() {
    assertThat(complaint("import --lang=en trees")).contains("Usage:", "--home");
  }

  @Test
  void aWordThatIsAlmostACommandIsSuggested() {
    assertThat(complaint("--lang=en exprot")).contains("Perhaps meant", "export");
  }
}
