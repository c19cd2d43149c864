package org.linli.geo;

import java.util.List;
import java.util.Optional;

/**
 * All that {@link CoordinateGuard} may judge by.
 *
 * @param sample positions as the file has them
 * @param declared the system that the file itself names
 * @param given the system that the user named
 * @param known where the community's layers already lie, in lon-lat
 * @param columns the names of the columns that the positions came from, x before y; empty if the
 *     format has none
 */
public record CoordinateEvidence(
    CoordinateSample sample,
    Optional<Crs> declared,
    Optional<Crs> given,
    Optional<Bounds> known,
    List<String> columns) {

  public CoordinateEvidence {
    known = known.filter(bounds -> !bounds.isEmpty());
    columns = List.copyOf(columns);
  }

  /** Nothing but the numbers. */
  public static CoordinateEvidence of(CoordinateSample sample) {
    return new CoordinateEvidence(
        sample, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  public CoordinateEvidence declaredAs(Crs crs) {
    return new CoordinateEvidence(sample, Optional.of(crs), given, known, columns);
  }

  public CoordinateEvidence givenAs(Crs crs) {
    return new CoordinateEvidence(sample, declared, Optional.of(crs), known, columns);
  }

  public CoordinateEvidence near(Bounds bounds) {
    return new CoordinateEvidence(sample, declared, given, Optional.of(bounds), columns);
  }

  public CoordinateEvidence fromColumns(String... names) {
    return new CoordinateEvidence(sample, declared, given, known, List.of(names));
  }
}
