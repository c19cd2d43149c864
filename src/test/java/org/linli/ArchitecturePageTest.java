package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page on the architecture names is there. */
class ArchitecturePageTest {
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]\\w+)`");
  private static final Pattern MODULE = Pattern.compile("`(?:js/)?([a-z-]+\\.js)`");

  private static Set<String> fileNames(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private static Set<String> named(Pattern pattern) throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher matcher = pattern.matcher(Files.readString(Path.of("src/docs/ARCHITECTURE.md")));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  @Test
  void everyClassItNamesExists() throws IOException {
    Set<String> files = fileNames("src");

    assertThat(named(CLASS))
        .hasSizeGreaterThan(50)
        .allSatisfy(name -> assertThat(files).contains(name + ".java"));
  }

  @Test
  void everyModuleItNamesExists() throws IOException {
    Set<String> files = fileNames("web/js");

    assertThat(named(MODULE)).isNotEmpty().allSatisfy(name -> assertThat(files).contains(name));
  }
}
