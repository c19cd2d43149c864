package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Exclusion;
import org.linli.analysis.LayerRows;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.snapshot.LayerView;

/**
 * All that was recorded of one duty. The daily round is kept by walks and by visits; the monthly
 * visit by visits alone, since walking past is no home visit.
 */
record Records(Tracks tracks, Visits visits) {
  /** The layers that records depend on; the buildings tell where, and which there are. */
  static final Set<String> ROLES = Set.of("buildings", "communities", "patrols", "visits");

  static Records of(AnalysisInputs inputs, Duty duty) {
    return inputs.once(
        ROLES,
        List.of("records", duty),
        () -> {
          Precinct precinct = Precinct.of(inputs);
          LayerRows walked =
              duty == Duty.DAILY_PATROL ? rows(inputs, "patrols") : nobody("patrols");
          return new Records(
              new Tracks(walked, precinct.planes(), duty),
              Visits.of(rows(inputs, "visits"), precinct.rows(), duty));
        });
  }

  private static LayerRows rows(AnalysisInputs inputs, String role) {
    return inputs.rows(role).orElseGet(() -> nobody(role));
  }

  private static LayerRows nobody(String role) {
    return new LayerRows(
        LayerView.empty(BuiltInLayers.find(role).orElseThrow(), Audience.STAFF), role);
  }

  /** The earliest record; empty when there is none. */
  OptionalLong earliest() {
    long earliest = Math.min(tracks.earliest(), visits.earliest());
    return earliest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(earliest);
  }

  /** The latest record up to a moment; empty when there is none. */
  OptionalLong latestUpTo(long moment) {
    long latest = Math.max(tracks.latestUpTo(moment), visits.latestUpTo(moment));
    return latest == LayerRows.NEVER ? OptionalLong.empty() : OptionalLong.of(latest);
  }

  /** Those that no number can rest on. */
  List<Exclusion> unusable() {
    List<Exclusion> unusable = new ArrayList<>(visits.exclusions());
    unusable.add(new Exclusion("kind_unknown", tracks.kindUnknown()));
    unusable.add(new Exclusion("track_without_times", tracks.untimed()));
    return unusable;
  }
}
