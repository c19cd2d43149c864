package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.geo.Bounds;
import org.linli.ingest.ImportReport.Outcome;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.store.LoadMode;
import org.linli.testing.MemoryStore;

/** Imports of files into a store of its own, with what must hold of each whatever the file. */
final class Trial {
  static final String LAYER = "trial";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneId.of("Asia/Shanghai"));

  private final Path scratch;
  final MemoryStore store = new MemoryStore();
  private Optional<String> as = Optional.empty();
  private Optional<String> table = Optional.empty();
  private Optional<String> fromCrs = Optional.empty();
  private Optional<Bounds> known = Optional.empty();
  private final Map<String, String> map = new HashMap<>();
  private final Map<String, String> constants = new HashMap<>();
  private Optional<String> licence = Optional.empty();
  private Optional<LoadMode> mode = Optional.empty();
  private Optional<String> encoding = Optional.empty();
  private boolean keepGoing;
  private ImportReport last;

  /**
   * @param folder an empty one for temporary files
   */
  Trial(Path folder) {
    this.scratch = folder.resolve("scratch");
    try {
      Files.createDirectories(scratch);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Trial as(String kind) {
    as = Optional.of(kind);
    return this;
  }

  Trial table(String name) {
    table = Optional.of(name);
    return this;
  }

  Trial fromCrs(String crs) {
    fromCrs = Optional.of(crs);
    return this;
  }

  Trial map(String field, String column) {
    map.put(field, column);
    return this;
  }

  Trial near(Bounds bounds) {
    known = Optional.of(bounds);
    return this;
  }

  Trial replacing() {
    mode = Optional.of(LoadMode.REPLACE);
    return this;
  }

  Trial encoding(String name) {
    encoding = Optional.of(name);
    return this;
  }

  Trial set(String field, String value) {
    constants.put(field, value);
    return this;
  }

  Trial licence(String id) {
    licence = Optional.of(id);
    return this;
  }

  Trial keepGoing() {
    keepGoing = true;
    return this;
  }

  /** Imports a file of these bytes. */
  ImportReport of(String name, byte[] bytes) {
    try {
      return of(Files.write(scratch.resolveSibling(name), bytes));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Imports the file; nothing temporary is left, whatever comes of it. */
  ImportReport of(Path file) {
    Object before = contents();
    ImportRequest request =
        new ImportRequest(
            LAYER,
            file,
            file.getFileName().toString(),
            as,
            map,
            fromCrs,
            Optional.empty(),
            mode,
            false,
            keepGoing,
            encoding,
            table,
            constants,
            licence);
    ImportReport report =
        new Importer(store, scratch, CLOCK, () -> known).run(request, ImportProgress.NONE);
    assertThat(listed(scratch)).as("temporary files").isEmpty();
    if (report.outcome() == Outcome.REFUSED) {
      assertThat(contents()).as("the store").isEqualTo(before);
    }
    last = report;
    return report;
  }

  private static List<Path> listed(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Imports a file that goes in as it is. */
  ImportReport applied(Path file) {
    ImportReport report = of(file);
    assertThat(report.outcome()).as(report.toText(Locale.ENGLISH, 5)).isEqualTo(Outcome.APPLIED);
    assertThat(store.getLayer(LAYER).count()).isEqualTo(report.counts().written());
    return report;
  }

  /** Imports a file that is refused for this reason; the store is as it was. */
  ImportIssue refused(Path file, IssueKind kind) {
    return assertRefused(of(file), kind);
  }

  static void assertApplied(ImportReport report, long rows) {
    assertThat(report.outcome()).as(report.toText(Locale.ENGLISH, 5)).isEqualTo(Outcome.APPLIED);
    assertThat(report.counts().written()).isEqualTo(rows);
  }

  /** It is refused for this reason, which is told in both languages. */
  static ImportIssue assertRefused(ImportReport report, IssueKind kind) {
    assertThat(report.outcome()).as(report.toText(Locale.ENGLISH, 5)).isEqualTo(Outcome.REFUSED);
    ImportIssue issue = issue(report, kind);
    assertThat(issue.message(Locale.ENGLISH)).doesNotContain("{");
    assertThat(issue.message(Locale.CHINESE)).doesNotContain("{").isNotBlank();
    return issue;
  }

  static ImportIssue issue(ImportReport report, IssueKind kind) {
    assertThat(report.issueTotals()).as(report.toText(Locale.ENGLISH, 5)).containsKey(kind);
    return report.issues().stream().filter(i -> i.kind() == kind).findFirst().orElseThrow();
  }

  private Object contents() {
    return store.listLayers().stream()
        .map(layer -> List.of(layer.definition().id(), layer.version(), layer.count()))
        .toList();
  }

  LayerDefinition definition() {
    return store.getLayer(LAYER).definition();
  }

  List<Feature> features() {
    List<Feature> features = new ArrayList<>();
    store.scan(LAYER, (feature, revision) -> features.add(feature));
    return features;
  }

  /** The values of a field, in the order of the codes. */
  List<Object> values(String field) {
    int index = store.getLayer(LAYER).definition().getIndex(field);
    return Arrays.asList(features().stream().map(f -> f.value(index)).toArray());
  }

  /** The values of the field that a column went into. */
  List<Object> valuesOfColumn(String column) {
    return values(last.columns().get(column).orElseThrow());
  }
}
