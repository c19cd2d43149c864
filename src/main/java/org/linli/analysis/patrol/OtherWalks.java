package org.linli.analysis.patrol;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.analysis.Cancellation;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Overlay;
import org.linli.analysis.PlaneShapes;

/**
 * What other walks change: which of them came and went, which buildings they passed, and when
 * somebody would be there. Where walks only come, what was known stays and theirs is added; where
 * one goes, the walks near the buildings that it passed are followed again.
 */
final class OtherWalks {
  private final Watch before;
  private final Records records;
  private final int[] same;
  private final int[] come;
  private final int[] gone;
  private final PresenceFinder finder;

  OtherWalks(Watch before, LayerRows walks, Overlay overlay, Cancellation cancellation) {
    this.before = before;
    Tracks was = before.records().tracks();
    this.same = overlay.sameRows(was.rows(), walks);
    Precinct precinct = before.precinct();
    Duty duty = before.parameters().duty();
    Tracks is = was.with(walks, same, precinct.planes(), duty);
    this.records = new Records(is, before.records().visits());
    BitSet kept = new BitSet();
    IntStream.of(same).filter(row -> row >= 0).forEach(kept::set);
    this.come = IntStream.range(0, same.length).filter(row -> same[row] < 0).toArray();
    this.gone = IntStream.range(0, was.size()).filter(row -> !kept.get(row)).toArray();
    this.finder =
        new PresenceFinder(precinct.shapes(), precinct.index(), before.parameters(), cancellation);
  }

  Records records() {
    return records;
  }

  /** For each walk the one before that is the same; -1 where there is none. */
  int[] same() {
    return same;
  }

  /** The walks that were not before. */
  int[] come() {
    return come;
  }

  /** The walks before that are no more. */
  int[] gone() {
    return gone;
  }

  /** Whether nobody would be watched for longer or shorter, because records begin when they do. */
  boolean beginTheSame() {
    return before.parameters().watchedFrom().isPresent()
        || records.earliest().equals(before.records().earliest());
  }

  /** The watch with these walks, and the buildings at which it may differ, ascending. */
  record Result(Watch watch, int[] affected) {}

  Result result() {
    List<Spans.Collector> added = finder.follow(records.tracks(), come);
    BitSet lost = met(finder.follow(before.records().tracks(), gone));
    BitSet all = met(added);
    all.or(lost);
    int[] affected = all.stream().toArray();
    int[] places = new int[before.precinct().size()];
    for (int i = 0; i < affected.length; i++) {
      places[affected[i]] = i + 1;
    }
    Spans.Collector theirs = new Spans.Collector(affected.length);
    added.forEach(some -> theirs.addAll(some, b -> lost.get(b) ? -1 : places[b] - 1));
    for (int b : affected) {
      if (!lost.get(b)) {
        addKnown(b, places[b] - 1, theirs);
      }
    }
    again(lost).forEach(some -> theirs.addAll(some, b -> lost.get(b) ? places[b] - 1 : -1));
    Spans spans = Spans.union(affected.length, List.of(theirs));
    return new Result(before.with(records, affected, spans), affected);
  }

  private static BitSet met(List<Spans.Collector> collectors) {
    BitSet met = new BitSet();
    collectors.forEach(some -> met.or(some.met()));
    return met;
  }

  private void addKnown(int building, int place, Spans.Collector theirs) {
    Spans known = before.presence();
    for (int span = known.first(building); span < known.end(building); span++) {
      theirs.add(place, known.entry(span), known.exit(span));
    }
  }

  /** All that is known of some buildings, from the walks near them and the visits. */
  private List<Spans.Collector> again(BitSet buildings) {
    if (buildings.isEmpty()) {
      return List.of();
    }
    PlaneShapes shapes = before.precinct().shapes();
    double minX = buildings.stream().mapToDouble(shapes::minX).min().orElseThrow();
    double minY = buildings.stream().mapToDouble(shapes::minY).min().orElseThrow();
    double maxX = buildings.stream().mapToDouble(shapes::maxX).max().orElseThrow();
    double maxY = buildings.stream().mapToDouble(shapes::maxY).max().orElseThrow();
    double reach = before.parameters().reachMetres();
    PlaneShapes walks = records.tracks().shapes();
    int[] near =
        IntStream.range(0, walks.size())
            .filter(
                w ->
                    walks.minX(w) <= maxX + reach
                        && walks.maxX(w) >= minX - reach
                        && walks.minY(w) <= maxY + reach
                        && walks.maxY(w) >= minY - reach)
            .toArray();
    List<Spans.Collector> found = finder.follow(records.tracks(), near);
    found.add(finder.visited(records.visits()));
    return found;
  }
}
