package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.ingest.ImportReport.Outcome;
import org.linli.ingest.source.IssueKind;
import org.linli.layer.LayerDefinition;
import org.linli.testing.MemoryStore;

/** A large collection is read once, by what its beginning lets presume; and anew when misled. */
class PresumedSchemaTest {
  private static final int ROWS = 11_000;
  private static final String PLAIN =
      "{\"type\":\"Feature\",\"id\":%d,\"geometry\":{\"type\":\"Point\",\"coordinates\":[101.4,36.0]},"
          + "\"properties\":{\"code\":\"H%d\",\"floors\":6,\"built\":\"1998-07-01\"}}";

  @TempDir Path folder;
  private final MemoryStore store = new MemoryStore();

  private static List<String> plainRows() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(PLAIN.formatted(i, i));
    }
    return rows;
  }

  private ImportReport imported(String layer, List<String> rows, String tail) throws IOException {
    Path file = folder.resolve(layer + ".geojson");
    Files.writeString(
        file,
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", rows) + "]" + tail);
    ImportRequest request =
        new ImportRequest(
            layer,
            file,
            "rows.geojson",
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty());
    Clock clock = Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneOffset.UTC);
    return new Importer(store, folder.resolve("scratch"), clock).run(request, ImportProgress.NONE);
  }

  private LayerDefinition definition(String layer) {
    return store.getLayer(layer).definition();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Another type, a wider type, another member, another kind of geometry, a key given twice.
        "{\"type\":\"Feature\",\"id\":-1,\"geometry\":{\"type\":\"Point\",\"coordinates\":[101,36]},"
            + "\"properties\":{\"code\":\"x\",\"floors\":\"six\",\"built\":\"1998-07-01\"}}",
        "{\"type\":\"Feature\",\"id\":-1,\"geometry\":{\"type\":\"Point\",\"coordinates\":[101,36]},"
            + "\"properties\":{\"code\":\"x\",\"floors\":6.5,\"built\":\"1998-07-01T08:00:00Z\"}}",
        "{\"type\":\"Feature\",\"id\":-1,\"geometry\":{\"type\":\"Point\",\"coordinates\":[101,36]},"
            + "\"properties\":{\"code\":\"x\",\"storeys\":6}}",
        "{\"type\":\"Feature\",\"id\":-1,\"geometry\":{\"type\":\"LineString\",\"coordinates\":"
            + "[[101,36],[102,36]]},\"properties\":{\"code\":\"x\"}}",
        "{\"type\":\"Feature\",\"id\":7,\"geometry\":{\"type\":\"Point\",\"coordinates\":[101,36]},"
            + "\"properties\":{\"code\":\"x\"}}",
        "{\"type\":\"Feature\",\"id\":-1,\"geometry\":{\"type\":\"Point\",\"coordinates\":[101,36]},"
            + "\"properties\":{\"code\":\"H7\"}}",
      })
  void anOddRowAtTheEndCountsAsMuchAsAtTheBeginning(String odd) throws IOException {
    List<String> first = plainRows();
    first.add(0, odd);
    List<String> last = plainRows();
    last.add(odd);

    ImportReport early = imported("early", first, "}");
    ImportReport late = imported("late", last, "}");

    assertThat(late.outcome()).isEqualTo(early.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(late.counts()).isEqualTo(early.counts());
    assertThat(late.issueTotals()).isEqualTo(early.issueTotals());
    assertThat(definition("late").geometry()).isEqualTo(definition("early").geometry());
    assertThat(definition("late").fields())
        .containsExactlyInAnyOrderElementsOf(definition("early").fields());
  }

  @Test
  void aFileThatGoesOnAsItBeginsIsReadWhole() throws IOException {
    ImportReport report = imported("houses", plainRows(), "}");

    assertThat(report.counts().written()).isEqualTo(ROWS);
    assertThat(store.getLayer("houses").count()).isEqualTo(ROWS);
  }

  @Test
  void aReferenceSystemAfterTheFeaturesIsNotMissed() throws IOException {
    String crs = ",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4490\"}}}";

    ImportReport report = imported("houses", plainRows(), crs);

    assertThat(report.crs().orElseThrow().code()).isEqualTo("EPSG:4490");
  }

  @Test
  void aTruncatedEndLeavesNothing() throws IOException {
    ImportReport report = imported("houses", plainRows(), "");

    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.issueTotals()).containsKey(IssueKind.TRUNCATED);
    assertThat(store.findLayer("houses")).isEmpty();
  }

  @Test
  void aMemberGivenTwiceIsRefusedWhereverItIs() throws IOException {
    List<String> rows = plainRows();
    rows.add(PLAIN.formatted(-1, -1).replace("\"floors\":6", "\"floors\":6,\"floors\":7"));

    ImportReport report = imported("houses", rows, "}");

    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.issueTotals()).containsKey(IssueKind.DUPLICATE_MEMBER);
    assertThat(store.findLayer("houses")).isEmpty();
  }
}
