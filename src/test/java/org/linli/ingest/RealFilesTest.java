package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.RealData;
import org.linli.ingest.ImportReport.Outcome;
import org.linli.testing.MemoryStore;

/** Files that nobody here wrote, with the counts that GDAL reads. */
class RealFilesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneId.of("Asia/Shanghai"));

  @TempDir Path scratch;
  private final MemoryStore store = new MemoryStore();

  private ImportReport imported(Path file, Optional<String> as, Optional<TrackBy> tracks) {
    ImportRequest request =
        new ImportRequest(
            "trial",
            file,
            file.getFileName().toString(),
            as,
            Map.of(),
            Optional.empty(),
            tracks,
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty());
    return new Importer(store, scratch, CLOCK).run(request, ImportProgress.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "buildings/tokyo-shinjuku.geojson, 52061, 1, 0",
    "green/hangzhou-landuse.geojson, 8707, 0, 0",
    "green/hangzhou-landuse-gbk.shp.zip, 8707, 0, 0",
    "green/hangzhou-landuse-gbk-no-cpg.shp.zip, 8707, 0, 0",
    "green/hangzhou-landuse-cgcs2000-4549.shp.zip, 8707, 0, 0",
    "green/mecklenburg_parks.geojson, 190, 0, 0",
    "green/mecklenburg_greenways.geojson, 307, 0, 0",
    "hazards/nyc311_500_full.csv, 360, 0, 140",
    "hazards/nyc311_7464_points.csv, 7464, 0, 0",
    "patrols/ranger-events.csv, 775, 0, 9",
    "buildings/tokyo-setagaya.gpkg, 178962, 14, 0",
    "green/liechtenstein-green.gpkg, 2809, 3, 0",
  })
  void anImportTakesEveryRowOrAccountsForIt(
      String file, long written, long repaired, long leftOut) {
    ImportReport report = imported(RealData.file(file), Optional.empty(), Optional.empty());

    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(report.counts().written()).isEqualTo(written);
    assertThat(report.counts().repaired()).isEqualTo(repaired);
    assertThat(report.counts().leftOut()).isEqualTo(leftOut);
    assertThat(store.getLayer("trial").count()).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "patrols/ranger-fixes-smart.csv, 32145, 18",
    "patrols/ranger-fixes-earthranger.csv, 8621, 59",
  })
  void fixesBecomeTracks(String file, long fixes, long tracks) {
    ImportReport report =
        imported(
            RealData.file(file),
            Optional.of("patrols"),
            Optional.of(new TrackBy("patrol_id", "time")));

    assertThat(report.counts().read()).isEqualTo(fixes);
    assertThat(report.counts().written()).isEqualTo(tracks);
  }
}
