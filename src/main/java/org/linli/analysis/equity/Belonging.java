package org.linli.analysis.equity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Exclusion;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.RowSet;

/** Which communities each project that stands belongs to. */
final class Belonging {
  private final BuiltProjects projects;
  private final Portions[] portions;

  Belonging(BuiltProjects projects, Portioner portioner, Cancellation cancellation) {
    this.projects = projects;
    this.portions = new Portions[projects.size()];
    projects
        .standing()
        .forEach(
            p -> {
              cancellation.check();
              portions[p] = portioner.of(projects.shapes(), p);
            });
  }

  /** The projects that stand. */
  IntStream projects() {
    return projects.standing();
  }

  PlaneShapes shapes() {
    return projects.shapes();
  }

  Portions of(int project) {
    return portions[project];
  }

  /** The projects that stand and reach anybody in the communities compared. */
  RowSet counted() {
    return where(p -> !of(p).isOutside());
  }

  /** How many reach a community. */
  long reaching(int peer) {
    return projects().filter(p -> of(p).reaches(peer)).count();
  }

  private RowSet where(IntPredicate test) {
    return RowSet.of(projects.rows(), projects().filter(test).toArray());
  }

  List<Exclusion> left() {
    List<Exclusion> left = new ArrayList<>(projects.left());
    left.add(new Exclusion("no_place", where(projects.shapes()::isEmpty)));
    left.add(
        new Exclusion(
            "reaches_nobody", where(p -> !projects.shapes().isEmpty(p) && of(p).reachesNobody())));
    left.add(
        new Exclusion(
            "reaches_no_community", where(p -> !of(p).reachesNobody() && of(p).isOutside())));
    return left;
  }
}
