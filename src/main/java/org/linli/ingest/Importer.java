package org.linli.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.linli.geo.Bounds;
import org.linli.ingest.source.PresumptionException;
import org.linli.store.FeatureStore;
import org.linli.store.StoreException;

/**
 * Imports files into layers, whatever their format: from a command line, a form or the demo alike.
 * Thread-safe; the store makes writers take turns.
 */
public final class Importer {
  private final FeatureStore store;
  private final Path scratch;
  private final Clock clock;
  private final Supplier<Optional<Bounds>> known;

  /**
   * @param scratch a folder for temporary files, which are gone when the import ends
   * @param clock says when; its zone is where times that come without a zone were written down
   */
  public Importer(FeatureStore store, Path scratch, Clock clock) {
    this(store, scratch, clock, Optional::empty);
  }

  /**
   * @param known where the layers that are there lie, by which offset or swapped positions show
   */
  public Importer(FeatureStore store, Path scratch, Clock clock, Supplier<Optional<Bounds>> known) {
    this.store = store;
    this.scratch = scratch;
    this.clock = clock;
    this.known = known;
  }

  /**
   * Imports a file: all of it, or nothing unless the request says to keep going. Bad files and bad
   * rows are told by the report, not by an exception.
   *
   * @throws StoreException if the store cannot be written; nothing is
   */
  public ImportReport run(ImportRequest request, ImportProgress progress) {
    return presuming(request, progress, ImportRun::apply);
  }

  /** Says what {@link #run} would do, without writing anything. */
  public ImportReport check(ImportRequest request, ImportProgress progress) {
    return presuming(request, progress, ImportRun::check);
  }

  /** Most files go on as they begin, so a survey of all of it is made only when one does not. */
  private ImportReport presuming(
      ImportRequest request, ImportProgress progress, Function<ImportRun, ImportReport> act) {
    try {
      return act.apply(run(request, true, progress));
    } catch (PresumptionException misled) {
      return act.apply(run(request, false, progress));
    }
  }

  private ImportRun run(ImportRequest request, boolean presuming, ImportProgress progress) {
    return new ImportRun(store, scratch, clock, known.get(), request, presuming, progress);
  }
}
