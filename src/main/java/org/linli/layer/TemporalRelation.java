package org.linli.layer;

/**
 * How two spans of time lie to each other (W3C/OGC, Time Ontology in OWL), their ends included. An
 * instant is a span whose start is its end.
 */
public enum TemporalRelation {
  AFTER,
  BEFORE,
  CONTAINS,
  DISJOINT,
  DURING,
  EQUALS,
  FINISHEDBY,
  FINISHES,
  INTERSECTS,
  MEETS,
  METBY,
  OVERLAPPEDBY,
  OVERLAPS,
  STARTEDBY,
  STARTS;

  /** Whether it is between intervals only. */
  public boolean isOfIntervals() {
    return switch (this) {
      case AFTER, BEFORE, DISJOINT, EQUALS, INTERSECTS -> false;
      default -> true;
    };
  }

  /** Whether it holds between two spans, given in one unit. */
  public boolean holds(long start, long end, long otherStart, long otherEnd) {
    return switch (this) {
      case AFTER -> start > otherEnd;
      case BEFORE -> end < otherStart;
      case CONTAINS -> start < otherStart && end > otherEnd;
      case DISJOINT -> start > otherEnd || end < otherStart;
      case DURING -> start > otherStart && end < otherEnd;
      case EQUALS -> start == otherStart && end == otherEnd;
      case FINISHEDBY -> start < otherStart && end == otherEnd;
      case FINISHES -> start > otherStart && end == otherEnd;
      case INTERSECTS -> start <= otherEnd && end >= otherStart;
      case MEETS -> end == otherStart;
      case METBY -> start == otherEnd;
      case OVERLAPPEDBY -> start > otherStart && start < otherEnd && end > otherEnd;
      case OVERLAPS -> start < otherStart && end > otherStart && end < otherEnd;
      case STARTEDBY -> start == otherStart && end > otherEnd;
      case STARTS -> start == otherStart && end < otherEnd;
    };
  }
}
