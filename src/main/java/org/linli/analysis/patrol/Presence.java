package org.linli.analysis.patrol;

import java.util.List;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;

/** When somebody was within reach of which building, over all time; remembered by the inputs. */
final class Presence {
  private Presence() {}

  /** What the presence at the buildings depends on, besides the layers. */
  private record Key(Duty duty, double reach, long holeMillis, double holeMetresPerSecond) {}

  static Spans of(AnalysisInputs inputs, PatrolParameters parameters, Cancellation cancellation) {
    Key key =
        new Key(
            parameters.duty(),
            parameters.reachMetres(),
            parameters.holeMillis(),
            parameters.holeMetresPerSecond());
    Precinct precinct = Precinct.of(inputs);
    Records records = Records.of(inputs, parameters.duty());
    return inputs.once(
        Records.ROLES,
        key,
        () -> {
          PresenceFinder finder =
              new PresenceFinder(precinct.shapes(), precinct.index(), parameters, cancellation);
          List<Spans.Collector> found = finder.follow(records.tracks());
          found.add(finder.visited(records.visits()));
          return Spans.union(precinct.size(), found);
        });
  }
}
