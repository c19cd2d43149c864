package org.linli.portal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.linli.geo.Bounds;
import org.linli.geo.CoordinateGrid;
import org.linli.layer.LocalText;
import org.linli.snapshot.Block;
import org.linli.snapshot.LayerView;

/**
 * The places that a portal's features lie in: runs of neighbouring cells of a twentieth of a degree
 * (about 5 km) that have any. A page begins at the first, for a box around all of them may be half
 * a continent with a speck at each end.
 */
final class Places {
  private static final double CELL_DEGREES = 0.05;
  private static final int MOST = 8;
  private static final String COMMUNITIES = "communities";

  private final Map<Cell, Tally> tallies = new HashMap<>();

  private Places() {}

  /**
   * @param name of the largest community within; empty when none is
   * @param features how many lie there
   */
  record Place(Optional<LocalText> name, List<Double> bbox, long features) {}

  private record Cell(int column, int row) {
    static Cell of(Bounds box) {
      return new Cell(
          (int) Math.floor((box.minX() + box.maxX()) / 2 / CELL_DEGREES),
          (int) Math.floor((box.minY() + box.maxY()) / 2 / CELL_DEGREES));
    }

    List<Cell> neighbours() {
      List<Cell> around = new ArrayList<>();
      for (int dx = -1; dx <= 1; dx++) {
        for (int dy = -1; dy <= 1; dy++) {
          around.add(new Cell(column + dx, row + dy));
        }
      }
      return around;
    }
  }

  /** What lies in a cell, or in several. */
  private static final class Tally {
    long features;
    Bounds box = Bounds.EMPTY;
    double nameArea = -1;
    LocalText name;

    void add(Tally other) {
      features += other.features;
      box = box.union(other.box);
      offer(other.name, other.nameArea);
    }

    void offer(LocalText candidate, double area) {
      if (area > nameArea) {
        nameArea = area;
        name = candidate;
      }
    }

    Place place() {
      return new Place(Optional.ofNullable(name), LayerDocuments.box(box), features);
    }
  }

  /** The places of some layers, that with the most features first. */
  static List<Place> in(List<LayerView> views) {
    Places places = new Places();
    views.forEach(places::count);
    return places.gather().stream()
        .sorted(Comparator.comparingLong((Tally tally) -> tally.features).reversed())
        .limit(MOST)
        .map(Tally::place)
        .toList();
  }

  private void count(LayerView view) {
    Optional<Names> names =
        Optional.of(view).filter(v -> v.definition().id().equals(COMMUNITIES)).flatMap(Names::of);
    int[] box = new int[4];
    for (Block block : view.blocks()) {
      for (int row = 0; row < block.size(); row++) {
        block.geometries().box(row, box);
        if (block.isLive(row) && box[0] <= box[2]) {
          count(degrees(box), block, row, names);
        }
      }
    }
  }

  private void count(Bounds box, Block block, int row, Optional<Names> names) {
    Tally tally = tallies.computeIfAbsent(Cell.of(box), cell -> new Tally());
    tally.features++;
    tally.box = tally.box.union(box);
    double area = (box.maxX() - box.minX()) * (box.maxY() - box.minY());
    names.flatMap(n -> n.of(block, row)).ifPresent(name -> tally.offer(name, area));
  }

  private static Bounds degrees(int[] box) {
    return new Bounds(
        CoordinateGrid.toDegrees(box[0]),
        CoordinateGrid.toDegrees(box[1]),
        CoordinateGrid.toDegrees(box[2]),
        CoordinateGrid.toDegrees(box[3]));
  }

  /** Neighbouring cells as one; uses the cells up. */
  private List<Tally> gather() {
    List<Tally> gathered = new ArrayList<>();
    while (!tallies.isEmpty()) {
      gathered.add(gatherFrom(tallies.keySet().iterator().next()));
    }
    return gathered;
  }

  private Tally gatherFrom(Cell start) {
    Tally sum = new Tally();
    Deque<Cell> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      Cell cell = open.pop();
      Optional.ofNullable(tallies.remove(cell))
          .ifPresent(
              tally -> {
                sum.add(tally);
                open.addAll(cell.neighbours());
              });
    }
    return sum;
  }

  /** The columns of a community's name in the portal's languages. */
  private record Names(int zh, OptionalInt en, OptionalInt bo) {
    static Optional<Names> of(LayerView view) {
      return view.definition()
          .nameField()
          .filter(name -> view.definition().findIndex(name).isPresent())
          .map(
              name ->
                  new Names(
                      view.definition().getIndex(name),
                      view.definition().findIndex(name + "_en"),
                      view.definition().findIndex(name + "_bo")));
    }

    Optional<LocalText> of(Block block, int row) {
      return text(block, row, OptionalInt.of(zh))
          .map(
              own ->
                  new LocalText(
                      own, text(block, row, en).orElse(own), text(block, row, bo).orElse(own)));
    }

    private static Optional<String> text(Block block, int row, OptionalInt column) {
      return column.isEmpty()
          ? Optional.empty()
          : Optional.ofNullable(block.column(column.getAsInt()).value(row)).map(Object::toString);
    }
  }
}
