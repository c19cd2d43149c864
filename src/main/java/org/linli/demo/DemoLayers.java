package org.linli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.linli.ingest.ImportProgress;
import org.linli.ingest.ImportReport;
import org.linli.ingest.ImportRequest;
import org.linli.ingest.Importer;
import org.linli.ingest.TrackBy;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.store.ChangeSet;
import org.linli.store.ChangeSet.Delete;
import org.linli.store.ChangeSet.Edit;
import org.linli.store.FeatureStore;
import org.linli.store.FeatureStore.StoredLayer;

/**
 * The demo in a store. It goes in through the import, file by file; each of its rows says in {@code
 * source} that it is the demo's, so that it can be told from anyone's own, and taken out again.
 */
public final class DemoLayers {
  private static final String TRACK_BY = "track_by";

  /** The rows say where they are from in the words of this class, whatever their file says. */
  private static final String NO_COLUMN = "";

  private static final int ISSUES_TOLD = 3;

  private final FeatureStore store;
  private final DemoManifest manifest;

  private DemoLayers(FeatureStore store, DemoManifest manifest) {
    this.store = store;
    this.manifest = manifest;
  }

  /**
   * @throws UncheckedIOException if the program lacks its demo
   */
  public static DemoLayers in(FeatureStore store) {
    try {
      return new DemoLayers(store, DemoManifest.load());
    } catch (IOException incomplete) {
      throw new UncheckedIOException(incomplete.getMessage(), incomplete);
    }
  }

  public DemoManifest manifest() {
    return manifest;
  }

  /**
   * Brings all of it into layers that have no rows.
   *
   * @param scratch for the files while they are read
   * @throws IllegalStateException if a file is not taken; those before it stay
   */
  public void load(Path scratch) {
    Importer importer =
        new Importer(store, scratch, Clock.fixed(manifest.clock().toInstant(), DemoClock.OFFSET));
    for (DemoManifest.Import each : manifest.imports()) {
      load(each, importer, scratch);
    }
  }

  private void load(DemoManifest.Import each, Importer importer, Path scratch) {
    try {
      Path file = Files.createTempFile(scratch, "demo-", "-" + each.file());
      try (InputStream in = DemoManifest.open(each.file())) {
        Files.write(file, in.readAllBytes());
        requireApplied(importer.run(request(each, file), ImportProgress.NONE));
      } finally {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("The demo's " + each.file() + " cannot be unpacked.", failed);
    }
  }

  private ImportRequest request(DemoManifest.Import each, Path file) {
    if (!List.of(TRACK_BY).containsAll(each.options().keySet())) {
      throw new IllegalStateException("The demo's manifest has an unknown option for " + each);
    }
    Optional<TrackBy> trackBy =
        Optional.ofNullable(each.options().get(TRACK_BY))
            .map(columns -> new TrackBy(columns.get(0), columns.get(1)));
    return new ImportRequest(
        each.layer(),
        file,
        mark() + each.file(),
        Optional.empty(),
        Map.of(LayerDefinition.SOURCE, NO_COLUMN),
        Optional.empty(),
        trackBy,
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  private static void requireApplied(ImportReport report) {
    if (!report.isApplied()) {
      throw new IllegalStateException(
          "The demo could not be loaded: " + report.toText(Locale.ENGLISH, ISSUES_TOLD));
    }
  }

  /** What the {@code source} of each of its rows begins with. */
  private String mark() {
    return manifest.id() + "/";
  }

  private Predicate<Feature> isMarked(StoredLayer layer) {
    OptionalInt index = layer.definition().findIndex(LayerDefinition.SOURCE);
    String mark = mark();
    return feature ->
        index.isPresent()
            && feature.values()[index.getAsInt()] instanceof String source
            && source.startsWith(mark);
  }

  /** Whether any of it is there. */
  public boolean isPresent() {
    return layers().stream().anyMatch(this::hasMarkedRow);
  }

  private List<StoredLayer> layers() {
    return manifest.imports().stream()
        .map(each -> store.findLayer(each.layer()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Stops a scan that has seen enough. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  private boolean hasMarkedRow(StoredLayer layer) {
    Predicate<Feature> marked = isMarked(layer);
    try {
      store.scan(
          layer.definition().id(),
          (feature, revision) -> {
            if (marked.test(feature)) {
              throw new Enough();
            }
          });
      return false;
    } catch (Enough found) {
      return true;
    }
  }

  /** Takes all of it out; rows of other origin in the same layers stay. */
  public void remove() {
    layers().forEach(this::removeFrom);
  }

  private void removeFrom(StoredLayer layer) {
    String id = layer.definition().id();
    Predicate<Feature> marked = isMarked(layer);
    List<Edit> removals = new ArrayList<>();
    StoredLayer scanned =
        store.scan(
            id,
            (feature, revision) -> {
              if (marked.test(feature)) {
                removals.add(new Delete(feature.code(), revision));
              }
            });
    if (removals.size() == scanned.count() && !removals.isEmpty()) {
      store.dropLayer(id);
    } else if (!removals.isEmpty()) {
      store.apply(new ChangeSet(id, removals));
    }
  }
}
