package org.linli.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliAtlas;
import org.linli.store.FeatureStore;
import org.linli.store.GeoPackageStore;

/** Ctrl-C in the middle of an import, in a process of its own. */
class InterruptTest {
  private static final int ROWS = 400_000;

  @TempDir Path folder;

  private Path manyTrees() throws IOException {
    Path file = folder.resolve("trees.csv");
    try (BufferedWriter csv = Files.newBufferedWriter(file)) {
      csv.write("code,kind,lon,lat\n");
      for (int i = 0; i < ROWS; i++) {
        csv.write("t-" + i + ",willow," + (101 + i * 1e-6) + ",36\n");
      }
    }
    return file;
  }

  /** Waits until a name that begins so is in a folder. */
  private static Path await(Path in, String beginning) throws IOException, InterruptedException {
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      in.register(watch, ENTRY_CREATE);
      while (true) {
        try (Stream<Path> entries = Files.list(in)) {
          var found =
              entries.filter(e -> e.getFileName().toString().startsWith(beginning)).findAny();
          if (found.isPresent()) {
            return found.get();
          }
        }
        WatchKey key = watch.take();
        key.pollEvents();
        key.reset();
      }
    }
  }

  /**
   * Starts the program so that it hears Ctrl-C. A build that runs behind a shell is made to ignore
   * it, and what it starts inherits that; {@code env} puts it back.
   */
  private static Process begin(String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                LinliAtlas.class.getName()));
    command.addAll(List.of(words));
    command.add("--lang=en");
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  @Test
  void anImportThatIsInterruptedLeavesNothingAndEndsWith130() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "This system has no kill.");
    Path scratch = Files.createDirectories(folder.resolve("home/tmp"));
    Process importing =
        begin("import", "trees", manyTrees().toString(), "--home=" + folder.resolve("home"));
    try {
      await(await(scratch, "command-"), "import-");
      new ProcessBuilder("/bin/kill", "-INT", "" + importing.pid()).start().waitFor();
      String said = new String(importing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(importing.waitFor()).as(said).isEqualTo(130);
      assertThat(said).contains("was stopped; nothing was written");
    } finally {
      importing.destroyForcibly();
    }
    assertThat(scratch).isEmptyDirectory();
    try (FeatureStore store = GeoPackageStore.open(folder.resolve("home/atlas.gpkg"))) {
      assertThat(store.listLayers()).isEmpty();
    }
  }

  @Test
  void aReleaseThatIsInterruptedLeavesNothingAndSaysSo() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "This system has no kill.");
    Path home = folder.resolve("home");
    String quiet = "--home=" + home;
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    String[] words = {"import", "trees", manyTrees().toString(), "--lang=en", quiet};
    assertThat(Commands.run(out, out, words)).as(said.toString()).isZero();
    Path releases = Files.createDirectories(home.resolve("releases"));
    Process releasing = begin("release", quiet);
    try {
      await(releases, ".making");
      new ProcessBuilder("/bin/kill", "-INT", "" + releasing.pid()).start().waitFor();
      String told = new String(releasing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(releasing.waitFor()).as(told).isEqualTo(130);
      assertThat(told).contains("The release was stopped");
    } finally {
      releasing.destroyForcibly();
      Words.speak("zh");
    }
    try (Stream<Path> left = Files.list(releases)) {
      assertThat(left.map(path -> path.getFileName().toString())).containsOnly(".lock");
    }
  }
}
