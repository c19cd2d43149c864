package org.linli.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.linli.RealData;
import org.linli.ingest.ImportProgress;
import org.linli.ingest.ImportRequest;
import org.linli.ingest.Importer;
import org.linli.layer.Audience;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PortalSnapshot;
import org.linli.snapshot.Snapshots;
import org.linli.testing.MemoryStore;

/**
 * A small country as its import leaves it, read once; tests that ask for it skip where it is not.
 */
public final class Liechtenstein {
  private Liechtenstein() {}

  private static final class Read {
    static final PortalSnapshot PORTAL = read();
  }

  private static PortalSnapshot read() {
    MemoryStore store = new MemoryStore();
    Path extract = RealData.file("osm/liechtenstein-2022.osm.pbf");
    try {
      Path scratch = Files.createTempDirectory("liechtenstein");
      Clock clock = Clock.fixed(Instant.parse("2026-06-15T10:00:00Z"), ZoneOffset.UTC);
      Importer importer = new Importer(store, scratch, clock);
      importer.run(ImportRequest.of("buildings", extract), ImportProgress.NONE);
      importer.run(ImportRequest.of("paths", extract), ImportProgress.NONE);
      importer.run(
          ImportRequest.of("greens", RealData.file("green/liechtenstein-green.gpkg")),
          ImportProgress.NONE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    try (Snapshots snapshots = Snapshots.load(store)) {
      return snapshots.current();
    }
  }

  /** The layer {@code buildings}, {@code paths} or {@code greens}. */
  public static LayerView view(String layer) {
    RealData.file("osm/liechtenstein-2022.osm.pbf");
    RealData.file("green/liechtenstein-green.gpkg");
    return Read.PORTAL.findView(layer, Audience.STAFF).orElseThrow();
  }
}
