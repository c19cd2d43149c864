package org.linli.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.demo.DemoLayers;
import org.linli.layer.Audience;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PortalSnapshot;
import org.linli.snapshot.Snapshots;
import org.linli.testing.MemoryStore;

/** The demo as staff see it: its files, imported into a store, in a snapshot. Loaded once a run. */
public final class DemoInputs {
  /** The demo's clock. */
  public static final String AS_OF = "2026-06-15T18:00:00+08:00";

  private static final PortalSnapshot PORTAL = load();

  private DemoInputs() {}

  private static PortalSnapshot load() {
    MemoryStore store = new MemoryStore();
    try {
      Path scratch = Files.createTempDirectory("demo-inputs");
      DemoLayers.in(store).load(scratch);
      Files.delete(scratch);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    try (Snapshots snapshots = Snapshots.load(store)) {
      return snapshots.current();
    }
  }

  /** Each layer of the demo in the role of its name. */
  public static AnalysisInputs all() {
    return new AnalysisInputs(
        PORTAL
            .listViews(Audience.STAFF)
            .collect(Collectors.toMap(view -> view.definition().id(), view -> view)));
  }

  /** Runs an analysis on the demo, as staff. */
  public static AnalysisResult result(Analysis analysis, Map<String, String> given) {
    return analysis.result(
        all(), analysis.definition().values(given, Audience.STAFF), Cancellation.NONE);
  }

  /** One layer. */
  public static LayerView view(String layer) {
    return all().get(layer);
  }
}
