package org.linli.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.linli.ingest.ImportProgress;
import org.linli.ingest.ImportRequest;
import org.linli.ingest.Importer;
import org.linli.layer.Audience;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.Snapshots;
import org.linli.testing.MemoryStore;

/** The buildings of a ward of Tokyo (Project PLATEAU), or as many made-up ones without the file. */
record Setagaya(LayerView buildings, boolean areReal) {
  private static final int COUNT = 178_962;

  static Setagaya load(Course course) throws Exception {
    Path file =
        Path.of(Optional.ofNullable(System.getenv("LINLI_DATA")).orElse("../shared/data"))
            .resolve("buildings/tokyo-setagaya.gpkg");
    if (Files.notExists(file)) {
      return new Setagaya(PatrolTown.buildings(COUNT), false);
    }
    MemoryStore store = new MemoryStore();
    new Importer(
            store, course.emptyFolder("patrol-scratch"), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
        .run(ImportRequest.of("footprints", file), ImportProgress.NONE);
    try (Snapshots snapshots = Snapshots.load(store)) {
      return new Setagaya(
          snapshots.current().findView("footprints", Audience.STAFF).orElseThrow(), true);
    }
  }

  /** How many buildings of which kind, for the page. */
  String named() {
    return String.format(
        java.util.Locale.ROOT,
        areReal ? "Setagaya's %,d buildings" : "%,d made-up buildings",
        buildings.count());
  }
}
