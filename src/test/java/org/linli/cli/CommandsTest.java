package org.linli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands as a person types them, on a home of their own. */
class CommandsTest {
  @TempDir Path folder;
  private Path home;
  private String out;
  private String err;

  @BeforeEach
  void settle() {
    home = folder.resolve("home");
    Words.speak("en");
  }

  @AfterEach
  void nothingIsLeftInScratch() {
    Words.speak("zh");
    if (Files.exists(home)) {
      assertThat(home.resolve("tmp")).isEmptyDirectory();
    }
  }

  private int run(String... words) {
    StringWriter said = new StringWriter();
    StringWriter complained = new StringWriter();
    int code = Commands.run(new PrintWriter(said), new PrintWriter(complained), words);
    out = said.toString();
    err = complained.toString();
    return code;
  }

  private int runAtHome(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--home", home.toString()));
    return run(all.toArray(String[]::new));
  }

  private Path csv(String name, String... rows) throws IOException {
    Path file = folder.resolve(name);
    return Files.write(
        file, Stream.concat(Stream.of("code,kind,lon,lat"), Stream.of(rows)).toList());
  }

  private void importTrees(String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of("import", "trees"));
    words.add(csv("trees.csv", "a,柳树,101.4,36", "b,,101.5,36").toString());
    words.addAll(List.of(options));
    assertThat(runAtHome(words.toArray(String[]::new))).as(out + err).isZero();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void whatIsImportedIsExported() throws IOException {
    importTrees();
    Path file = folder.resolve("OUT.GeoJSON");
    assertThat(runAtHome("export", "trees", file.toString())).as(err).isZero();
    assertThat(out).contains("2 features");
    JsonNode collection = JsonMapper.shared().readTree(Files.readString(file));
    assertThat(collection.path("features")).hasSize(2);
    assertThat(collection.path("features").path(0).path("id").asString()).isEqualTo("a");
    assertThat(collection.path("features").path(0).path("properties").path("kind").asString())
        .isEqualTo("柳树");
  }

  @Test
  void anExportReplacesTheFileAndLeavesNoOther() throws IOException {
    importTrees();
    Path file = Files.writeString(folder.resolve("out.geojson"), "old");
    assertThat(runAtHome("export", "trees", file.toString())).isZero();
    assertThat(Files.readString(file)).contains("FeatureCollection");
    assertThat(files()).hasSize(2);
  }

  @Test
  void whatOnlyStaffMaySeeIsWrittenForStaffOnly() throws IOException {
    importTrees("--staff");
    Path file = folder.resolve("out.geojson");
    assertThat(runAtHome("export", "trees", file.toString())).isEqualTo(1);
    assertThat(err).contains("--staff");
    assertThat(file).doesNotExist();
    assertThat(runAtHome("export", "trees", file.toString(), "--staff")).isZero();
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void anExportThatCannotBeLeavesTheOldFile() throws IOException {
    importTrees();
    Path file = Files.writeString(folder.resolve("out.shx"), "old");
    assertThat(runAtHome("export", "trees", file.toString())).isEqualTo(1);
    assertThat(err).contains("out.shx").contains(".geojson");
    assertThat(runAtHome("export", "bushes", folder.resolve("o.geojson").toString())).isEqualTo(1);
    assertThat(err).contains("There is no layer bushes");
    assertThat(runAtHome("export", "trees", folder.resolve("no/o.geojson").toString()))
        .isEqualTo(1);
    assertThat(err).contains("There is no folder");
    assertThat(Files.readString(file)).isEqualTo("old");
    assertThat(files()).hasSize(2);
  }

  @Test
  void aRefusedImportSaysWhyAndEndsWithOne() throws IOException {
    assertThat(runAtHome("import", "trees", csv("bad.csv", "a,x,101.4,95").toString()))
        .isEqualTo(1);
    assertThat(out).contains("was not imported");
  }

  @Test
  void aHomeThatCannotBeMadeIsToldInASentence() throws IOException {
    home = Files.writeString(folder.resolve("file"), "").resolve("home");
    assertThat(runAtHome("import", "trees", csv("t.csv", "a,x,101.4,36").toString())).isEqualTo(1);
    assertThat(err).contains("--home").doesNotContain("Exception");
  }

  @Test
  void whoeverImportsBesideTheDemoIsToldHowToTakeItOut() throws IOException {
    assertThat(runAtHome("demo")).as(err).isZero();
    assertThat(runAtHome("demo")).as("a second time").isEqualTo(1);
    assertThat(err).contains("has data already");
    importTrees();
    assertThat(out).contains("demo --remove");
    assertThat(runAtHome("demo", "--remove")).isZero();
    assertThat(runAtHome("export", "trees", folder.resolve("t.geojson").toString())).isZero();
    assertThat(runAtHome("export", "buildings", folder.resolve("b.geojson").toString()))
        .isEqualTo(1);
    importTrees("--mode", "replace");
    assertThat(out).doesNotContain("demo --remove");
  }

  @ParameterizedTest
  @CsvSource({"zh, 属于数据存储本身", "en, belong to the store", "bo, གཞི་གྲངས་མཛོད་ཀྱི་ཡིན།"})
  void aRefusalOfTheStoreIsInTheLanguageThatIsAskedFor(String language, String told)
      throws IOException {
    String file = csv("t.csv", "a,x,101.4,36").toString();
    assertThat(runAtHome("import", "linli_trees", file, "--lang", language)).isEqualTo(1);
    assertThat(out + err).contains(told, "linli_trees").doesNotContain("Exception");
  }

  @ParameterizedTest
  @CsvSource({"zh, 不能建立或写入", "bo, འབྲི་མི་ཐུབ།"})
  void aHomeThatCannotBeMadeIsToldInTheLanguageThatIsAskedFor(String language, String told)
      throws IOException {
    home = Files.writeString(folder.resolve("file"), "").resolve("home");
    String file = csv("t.csv", "a,x,101.4,36").toString();
    assertThat(runAtHome("import", "trees", file, "--lang", language)).isEqualTo(1);
    assertThat(err).contains(told, "--home").doesNotContain("Exception");
  }

  @Test
  void theDemoIsWrittenOrRemovedButNotBoth() {
    Path target = folder.resolve("demo");
    assertThat(run("demo", "--write", target.toString(), "--remove")).isEqualTo(2);
    assertThat(target).doesNotExist();
  }

  @Test
  void aReportIsInTheLanguageThatIsAskedFor() throws IOException {
    importTrees("--lang", "bo");
    assertThat(out).contains("ནང་དྲངས་ཟིན།");
    assertThat(run("import", "--lang", "tlh")).isEqualTo(2);
    assertThat(err).contains("zh, en, bo");
  }

  @Test
  void theHelpOfServeListsItsSettings() {
    assertThat(run("serve", "--server.port=0", "--spring.x=y", "--help")).isZero();
    assertThat(out).contains("--home", "--server.port", "--linli.demo", "Exit codes:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "serve --help",
        "serve -h",
        "serve --home x --help",
        "serve --version",
        "--home x --help",
        "release --help",
        "import"
      })
  void helpAndCommandsDoNotServe(String words) {
    assertThat(Commands.isCommand(words.split(" "))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "serve", "serve --home import", "--server.port=0", "--home=x"})
  void whateverElseServes(String words) {
    assertThat(Commands.isCommand(words.split(" "))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "import", "check", "export", "release", "account", "demo"})
  void theHelpOfACommandListsItsExitCodes(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out).contains("--lang", "Exit codes:", "130");
  }

  @Test
  void whatIsNotUnderstoodEndsWithTwo() {
    assertThat(run("import", "trees")).isEqualTo(2);
    assertThat(run("import", "trees", "f.csv", "--colour", "red")).isEqualTo(2);
  }

  @Test
  void aReleaseIsMadeOfWhatThePublicMaySee() throws IOException {
    assertThat(runAtHome("release")).as("there is nothing yet").isEqualTo(1);
    assertThat(err).contains("nothing to release");
    assertThat(home.resolve("releases")).satisfies(folder -> assertThat(names(folder)).isEmpty());
    importTrees();
    assertThat(runAtHome("release")).as(err).isZero();
    assertThat(out).contains("is made: 1 datasets");
    List<String> releases = names(home.resolve("releases"));
    assertThat(releases).hasSize(1);
    assertThat(names(home.resolve("releases").resolve(releases.get(0))))
        .contains("release.json", "SHA256SUMS", "trees.csv", "trees.gpkg", "trees.gpx");
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** As a script does it that sets a portal up. */
  @Test
  void anAccountIsMadeWithAPasswordThatIsPipedIn() throws IOException {
    assertThat(piped("a long enough secret\n", "account", "add", "nightly", "--role", "editor"))
        .isZero();
    assertThat(out).contains("nightly").doesNotContain("secret");
    assertThat(piped("short", "account", "add", "other", "--role", "editor")).isEqualTo(1);
    assertThat(err).contains("10");
    assertThat(runAtHome("account", "add", "nightly", "--role", "viewer")).isEqualTo(1);
    assertThat(err).contains("There is an account of that name");
    assertThat(runAtHome("account", "add", "x", "--role", "emperor")).isEqualTo(2);

    assertThat(runAtHome("account", "add", "chief", "--role", "admin")).isZero();
    assertThat(out).containsPattern("one-time password is [a-z2-9-]{19} ");
    assertThat(runAtHome("account", "remove", "chief")).isEqualTo(1);
    assertThat(runAtHome("account", "role", "nightly", "admin")).isZero();
    assertThat(runAtHome("account", "remove", "chief")).isZero();
    assertThat(piped("another long secret", "account", "password", "nightly")).isZero();
    assertThat(runAtHome("account", "list")).isZero();
    assertThat(out).startsWith("nightly\tadmin\t").doesNotContain("chief");
    assertThat(Files.readString(home.resolve("accounts.json"))).doesNotContain("secret");
  }

  private int piped(String input, String... words) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return runAtHome(
          Stream.concat(Stream.of(words), Stream.of("--password-stdin")).toArray(String[]::new));
    } finally {
      System.setIn(before);
    }
  }
}
