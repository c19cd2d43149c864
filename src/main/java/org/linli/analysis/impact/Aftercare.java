package org.linli.analysis.impact;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.linli.analysis.CommunityTime;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;

/** Whether what was built is still in order 3, 6 and 12 months later, as far as somebody looked. */
final class Aftercare {
  static final List<Integer> MONTHS = List.of(3, 6, 12);

  private final Built built;
  private final List<Check> checks = new ArrayList<>();

  /** How a project stands at a check. */
  enum Standing {
    PASSED,
    FAILED,
    /** It was due, and there is no record of it. */
    UNKNOWN,
    NOT_DUE
  }

  private record Check(int months, String[] results, long[] ats) {}

  Aftercare(Built built) {
    this.built = built;
    LayerRows rows = built.projects().rows();
    for (int months : MONTHS) {
      String field = "check_" + months + "m";
      checks.add(new Check(months, rows.texts(field), rows.instants(field + "_at")));
    }
  }

  private Standing standing(Check check, int project) {
    long asOf = built.asOf().toEpochMilli();
    ZonedDateTime completed = CommunityTime.at(built.projects().completed(project));
    if (completed.plusMonths(check.months).toInstant().toEpochMilli() > asOf) {
      return Standing.NOT_DUE;
    }
    String result = check.ats[project] > asOf ? null : check.results[project];
    if ("passed".equals(result)) {
      return Standing.PASSED;
    }
    return "failed".equals(result) ? Standing.FAILED : Standing.UNKNOWN;
  }

  /** At the last check that was due; not due when none was yet. */
  Standing lastStanding(int project) {
    return checks.stream()
        .map(check -> standing(check, project))
        .filter(standing -> standing != Standing.NOT_DUE)
        .reduce((earlier, later) -> later)
        .orElse(Standing.NOT_DUE);
  }

  List<Metric> metrics() {
    return checks.stream().flatMap(this::metrics).toList();
  }

  private Stream<Metric> metrics(Check check) {
    RowSet due = built.where(project -> standing(check, project) != Standing.NOT_DUE);
    RowSet passed = built.where(project -> standing(check, project) == Standing.PASSED);
    RowSet failed = built.where(project -> standing(check, project) == Standing.FAILED);
    int done = passed.size() + failed.size();
    return Stream.of(
        share("alive.done_" + check.months + "m", due, done, done),
        share("alive.passed_" + check.months + "m", due, passed.size(), done));
  }

  private Metric share(String id, RowSet due, int some, int done) {
    Metric.Draft draft =
        built.draft(id, due, built.without("not_due", project -> !due.contains(project)));
    return done == 0 && !due.isEmpty()
        ? draft.absent("no_records")
        : draft.quotient(some, due.size(), "none_due");
  }
}
