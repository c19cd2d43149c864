package org.linli.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.linli.geo.Bounds;
import org.linli.ingest.ImportProgress.Stage;
import org.linli.ingest.ImportReport.Outcome;
import org.linli.ingest.format.ReadOptions;
import org.linli.ingest.format.Sources;
import org.linli.ingest.mapping.RowValues;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.SourceReader;
import org.linli.layer.LayerDefinition;
import org.linli.store.BulkLoad;
import org.linli.store.FeatureStore;
import org.linli.store.LoadMode;

/** One import from its request to its report. Used once. */
final class ImportRun {
  private final FeatureStore store;
  private final Path scratch;
  private final Clock clock;
  private final Optional<Bounds> known;
  private final ImportRequest request;
  private final boolean presuming;
  private final ProgressWatch watch;
  private final IssueLog issues = new IssueLog();
  private final RowTally tally = new RowTally();
  private final ReportDraft draft;

  /**
   * @param presuming whether the file's beginning may tell its schema; a run that is misled ends
   *     with a {@link org.linli.ingest.source.PresumptionException}, with nothing done
   */
  ImportRun(
      FeatureStore store,
      Path scratch,
      Clock clock,
      Optional<Bounds> known,
      ImportRequest request,
      boolean presuming,
      ImportProgress progress) {
    this.store = store;
    this.scratch = scratch;
    this.clock = clock;
    this.known = known;
    this.request = request;
    this.presuming = presuming;
    this.watch = new ProgressWatch(progress, size(request.file()));
    this.draft = new ReportDraft(request, issues, tally);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException absent) {
      return 0;
    }
  }

  /** What is done with the rows once all is prepared. */
  private interface Act {
    Outcome on(PreparedImport prepared);
  }

  ImportReport apply() {
    return reported(this::load);
  }

  ImportReport check() {
    return reported(this::rehearse);
  }

  private ImportReport reported(Act act) {
    long begun = System.nanoTime();
    Outcome outcome = outcome(act);
    return draft.report(outcome, Duration.ofNanos(System.nanoTime() - begun));
  }

  private Outcome outcome(Act act) {
    try (Scratch temporary = Scratch.in(scratch)) {
      TargetLayer target = TargetLayer.of(store, request);
      draft.setTarget(target);
      watch.enter(Stage.SURVEYING);
      try (SourceReader reader = open(temporary)) {
        PreparedImport prepared =
            PreparedImport.of(reader, target, request, clock.getZone(), known);
        draft.setPrepared(prepared);
        issues.addAll(prepared.notes());
        return act.on(prepared);
      }
    } catch (SourceException refused) {
      issues.add(refused.issue());
      return Outcome.REFUSED;
    } catch (CancellationException stopped) {
      return Outcome.CANCELLED;
    } catch (IOException failed) {
      throw new UncheckedIOException("A temporary file cannot be used: look for space.", failed);
    }
  }

  private SourceReader open(Scratch temporary) throws IOException {
    if (!Files.isRegularFile(request.file())) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.NO_SUCH_FILE, request.fileName()));
    }
    ReadOptions options =
        new ReadOptions(
            request.encoding(),
            request.table(),
            request.as().or(this::builtInId),
            presuming,
            temporary.folder());
    return Sources.open(request.file(), options, watch);
  }

  private Optional<String> builtInId() {
    return Optional.of(request.layerId());
  }

  private Outcome load(PreparedImport prepared) {
    LayerDefinition definition = prepared.plan().definition();
    FeatureMaker maker = maker(prepared);
    watch.enter(Stage.LOADING);
    try (BulkLoad load = store.bulkLoad(definition, prepared.target().mode())) {
      new RowPipeline(prepared.reader(), maker)
          .run(
              feature -> {
                if (!isDoomed()) {
                  load.add(feature);
                }
              });
      if (verdict() == Outcome.REFUSED) {
        return Outcome.REFUSED;
      }
      watch.enter(Stage.COMMITTING);
      load.commit();
      return Outcome.APPLIED;
    }
  }

  private Outcome rehearse(PreparedImport prepared) {
    FeatureMaker maker = maker(prepared);
    watch.enter(Stage.LOADING);
    new RowPipeline(prepared.reader(), maker).run(feature -> {});
    return verdict();
  }

  /** Rows that can no longer be written are still checked, for the report. */
  private boolean isDoomed() {
    return issues.hasErrors() && !request.keepGoing();
  }

  private Outcome verdict() {
    if (tally.accepted() == 0 && !issues.hasErrors()) {
      issues.add(ImportIssue.ofFile(IssueKind.NOTHING_TO_IMPORT));
      return Outcome.REFUSED;
    }
    return isDoomed() || tally.accepted() == 0 ? Outcome.REFUSED : Outcome.CHECKED;
  }

  private FeatureMaker maker(PreparedImport prepared) {
    TargetLayer target = prepared.target();
    LayerDefinition definition = prepared.plan().definition();
    RawPlaces raw = new RawPlaces(prepared.plan().places(), prepared.plan().columns());
    CodeMaker codes =
        new CodeMaker(
            target.id(), prepared.plan().key(), prepared.reader().schema().keyed(), issues);
    if (target.hasRows() && target.mode() == LoadMode.APPEND) {
      codes.avoidThoseIn(store);
    }
    return new FeatureMaker(
        definition.geometry(),
        new PlaceMaker(raw, prepared.crs().crs().transform(), definition.geometry(), issues),
        codes,
        new RowValues(
            prepared.plan(),
            clock.getZone(),
            request.fileName(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            request.constants()),
        issues,
        tally);
  }
}
