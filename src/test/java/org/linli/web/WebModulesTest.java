package org.linli.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.testing.Needs;
import org.linli.testing.Tool;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** Runs the tests of the page's pure modules, {@code src/test/js}, under Node's own test runner. */
class WebModulesTest {
  private static final long PATIENCE_SECONDS = 120;

  /** The project's layout with what Node needs beside it: the kind of modules, and the library. */
  private static void lay(Path stage) throws IOException {
    for (String folder :
        List.of("web", "src/test/js", "src/main/resources/layers", "src/main/resources/analyses")) {
      FileSystemUtils.copyRecursively(Path.of(folder), stage.resolve(folder));
    }
    Files.writeString(stage.resolve("package.json"), "{\"type\": \"module\"}");
    Resource pbf =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:META-INF/resources/webjars/pbf/*/index.js")[0];
    Files.createDirectories(stage.resolve("lib"));
    Files.write(stage.resolve("lib/pbf.js"), pbf.getContentAsByteArray());
  }

  private static List<String> tests(Path stage) throws IOException {
    try (Stream<Path> files = Files.list(stage.resolve("src/test/js"))) {
      return files.map(Path::toString).filter(name -> name.endsWith(".test.js")).sorted().toList();
    }
  }

  @Test
  @Needs(Tool.NODE)
  void thePagesModulesDoWhatTheirTestsSay(@TempDir Path stage) throws Exception {
    lay(stage);
    List<String> command = new ArrayList<>(List.of(Tool.NODE.get().toString(), "--test"));
    command.addAll(tests(stage));
    Path output = stage.resolve("output.txt");
    Process node =
        new ProcessBuilder(command)
            .directory(stage.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = node.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    node.destroyForcibly();
    assertThat(ended).as("the tests end").isTrue();
    assertThat(node.exitValue()).as(Files.readString(output)).isZero();
    assertThat(Files.readString(output)).contains("pass").doesNotContain("tests 0");
  }
}
