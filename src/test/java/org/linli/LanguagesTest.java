package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.ingest.source.IssueKind;

/** What is said in one of the portal's languages is said in all of them. */
class LanguagesTest {
  private static final String ISSUES = "ingest/source/issues";
  private static final String REPORT = "ingest/report";
  private static final String COMMANDS = "cli/commands";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z0-9_]+\\}");
  private static final Pattern FINDING = Pattern.compile("\"([a-z_0-9]+)\"");

  private static Map<String, String> words(String bundle, String language) {
    String name = "/org/linli/" + bundle + "_" + language + ".properties";
    try (InputStream in = LanguagesTest.class.getResourceAsStream(name);
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(text);
      Map<String, String> words = new TreeMap<>();
      properties.forEach((key, value) -> words.put((String) key, (String) value));
      return words;
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /** The words that code says itself in English have no entry there. */
  private static Map<String, String> withoutFindings(Map<String, String> words) {
    return words.entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("finding."))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, Set<String>> placeholders(Map<String, String> words) {
    Map<String, Set<String>> found = new TreeMap<>();
    words.forEach(
        (key, line) ->
            found.put(
                key,
                PLACEHOLDER
                    .matcher(line)
                    .results()
                    .map(m -> m.group())
                    .collect(Collectors.toCollection(TreeSet::new))));
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {ISSUES, REPORT, COMMANDS})
  void everyLineIsThereInEveryLanguageWithTheSamePlaceholders(String bundle) {
    Map<String, Set<String>> zh = placeholders(words(bundle, "zh"));
    assertThat(placeholders(words(bundle, "bo"))).isEqualTo(zh);
    assertThat(placeholders(withoutFindings(words(bundle, "en"))))
        .isEqualTo(placeholders(withoutFindings(words(bundle, "zh"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {ISSUES, REPORT, COMMANDS})
  void aLineThatSaysSomethingSaysItInEveryLanguage(String bundle) {
    Map<String, String> zh = words(bundle, "zh");
    words(bundle, "bo")
        .forEach(
            (key, line) -> assertThat(line.isBlank()).as(key).isEqualTo(zh.get(key).isBlank()));
    withoutFindings(words(bundle, "en"))
        .forEach(
            (key, line) -> assertThat(line.isBlank()).as(key).isEqualTo(zh.get(key).isBlank()));
  }

  @Test
  void everyKindOfIssueHasItsTwoLinesAndNoLineIsLeftOver() {
    Set<String> wanted =
        Arrays.stream(IssueKind.values())
            .flatMap(kind -> Stream.of(kind + ".message", kind + ".cure"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(withoutFindings(words(ISSUES, "en")).keySet()).isEqualTo(wanted);
    assertThat(Arrays.stream(IssueKind.values()))
        .allSatisfy(kind -> assertThat(words(ISSUES, "en").get(kind + ".message")).isNotBlank());
  }

  /** Findings are named in {@code org.linli.geo}, where their English words are. */
  @Test
  void everyFindingThatHasWordsIsFoundByACheck() throws IOException {
    Set<String> named = new TreeSet<>();
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/linli/geo"))) {
      for (Path source : sources.toList()) {
        FINDING.matcher(Files.readString(source)).results().forEach(m -> named.add(m.group(1)));
      }
    }
    Set<String> worded =
        words(ISSUES, "zh").keySet().stream()
            .filter(key -> key.startsWith("finding."))
            .map(key -> key.replaceFirst("^finding\\.", "").replaceFirst("\\.cure$", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).containsAll(worded);
  }

  @ParameterizedTest
  @ValueSource(strings = {REPORT, COMMANDS})
  void noLineOfAReportOrACommandIsUnused(String bundle) throws IOException {
    StringBuilder code = new StringBuilder();
    Path room = Path.of("src/main/java/org/linli", bundle.substring(0, bundle.indexOf('/')));
    try (Stream<Path> sources = Files.walk(room)) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        code.append(Files.readString(source));
      }
    }
    for (String key : words(bundle, "zh").keySet()) {
      String stem = key.replaceFirst("\\.[A-Z_]+$", ".");
      assertThat(code.toString()).as(key).contains("\"" + stem);
    }
  }
}
