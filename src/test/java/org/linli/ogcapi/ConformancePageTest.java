package org.linli.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on conformance names what is claimed, and tests that there are. */
class ConformancePageTest {
  private static final Path PAGE = Path.of("src/docs/conformance.md");
  private static final Path TESTS = Path.of("src/test/java/org/linli");
  private static final String SPEC = "http://www.opengis.net/spec/";
  private static final Pattern CLAIM = Pattern.compile("`([a-z0-9-]+/1[.]0/conf/[a-z0-9-]+)`");
  private static final Pattern TEST = Pattern.compile("[|] `(\\w+)[.](\\w+)` [|]");

  private static final Pattern ROW = Pattern.compile("(?m)^[|] (.+?) [|] `\\w+[.]\\w+` [|]$");

  private static Stream<MatchResult> found(Pattern pattern) throws IOException {
    return pattern.matcher(Files.readString(PAGE)).results();
  }

  @Test
  void thePageClaimsExactlyWhatTheApiClaims() throws IOException {
    Set<String> told = found(CLAIM).map(m -> SPEC + m.group(1)).collect(Collectors.toSet());
    assertThat(told).containsExactlyInAnyOrderElementsOf(Conformance.CLASSES);
  }

  @Test
  void everyTestThatThePageNamesIsOneOfTheProject() throws IOException {
    List<MatchResult> named = found(TEST).toList();
    assertThat(named).hasSizeGreaterThan(Conformance.CLASSES.size());
    for (MatchResult name : named) {
      assertThat(source(name.group(1)))
          .as(name.group())
          .containsPattern("(?s)@\\w*Test\\b((?!void ).)*void " + name.group(2) + "\\(");
    }
  }

  /** Rows name the classes of the section that they stand in. */
  @Test
  void everyClaimedClassHasATestInItsOwnSection() throws IOException {
    for (String section : Files.readString(PAGE).split("\n## ")) {
      Set<String> claimed =
          CLAIM
              .matcher(section)
              .results()
              .map(m -> m.group(1).substring(m.group(1).lastIndexOf('/') + 1))
              .collect(Collectors.toSet());
      Set<String> shown =
          ROW.matcher(section)
              .results()
              .flatMap(row -> Stream.of(row.group(1).split("; ")))
              .flatMap(part -> Stream.of(part.replaceFirst(":.*", "").split(", ")))
              .collect(Collectors.toSet());
      assertThat(shown).as(section.lines().findFirst().orElse("")).containsAll(claimed);
    }
  }

  private static String source(String test) throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      Path file = files.filter(f -> f.endsWith(test + ".java")).findFirst().orElseThrow();
      return Files.readString(file);
    }
  }
}
