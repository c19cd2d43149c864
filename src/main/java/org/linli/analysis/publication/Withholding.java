package org.linli.analysis.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds what may not be published of sums over a tree of areas, so that neither a sum that is too
 * small is told nor one that follows from those that are.
 *
 * <p>An area withheld takes those below it with it. So all that can be derived is, for each area
 * that is published, the sum of those right below it that are not, among them what lies in none of
 * them. That sum must be as fit to be told as any other, or more areas are withheld, the smallest
 * first; when none is left, the area itself.
 */
final class Withholding {
  /** The code of the whole, above all areas. */
  static final String WHOLE = "";

  /**
   * An area with its sums.
   *
   * @param parent the code of the area above; empty for {@link #WHOLE}
   */
  record Cell(String code, Optional<String> parent, double[] sums) {}

  private final Map<String, Cell> cells = new LinkedHashMap<>();
  private final Map<String, List<Cell>> below = new LinkedHashMap<>();
  private final Predicate<double[]> unfit;
  private final Set<String> withheld = new HashSet<>();

  private Withholding(Cell whole, List<Cell> areas, Predicate<double[]> unfit) {
    this.unfit = unfit;
    cells.put(WHOLE, whole);
    areas.forEach(area -> cells.put(area.code(), area));
    areas.forEach(area -> below.computeIfAbsent(above(area), c -> new ArrayList<>()).add(area));
  }

  private String above(Cell area) {
    return area.parent().filter(cells::containsKey).orElse(WHOLE);
  }

  /**
   * The codes of what may not be published.
   *
   * @param unfit whether sums may not be told, be they of an area or of several together
   */
  static Set<String> of(double[] whole, List<Cell> areas, Predicate<double[]> unfit) {
    return new Withholding(new Cell(WHOLE, Optional.empty(), whole), areas, unfit).settle();
  }

  private Set<String> settle() {
    cells.values().stream().filter(cell -> unfit.test(cell.sums())).forEach(this::withhold);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (String code : below.keySet()) {
        changed |= !withheld.contains(code) && protect(code);
      }
    }
    return withheld;
  }

  private void withhold(Cell cell) {
    if (withheld.add(cell.code())) {
      below.getOrDefault(cell.code(), List.of()).forEach(this::withhold);
    }
  }

  /** Withholds more until what can be derived right below a published area is fit to be told. */
  private boolean protect(String code) {
    boolean changed = false;
    while (unfit.test(derivable(code))) {
      Cell next =
          below.get(code).stream()
              .filter(cell -> !withheld.contains(cell.code()))
              .min(Comparator.comparingDouble(Withholding::size).thenComparing(Cell::code))
              .orElse(cells.get(code));
      withhold(next);
      changed = true;
      if (next.code().equals(code)) {
        break;
      }
    }
    return changed;
  }

  private static double size(Cell cell) {
    double size = 0;
    for (double sum : cell.sums()) {
      size += sum;
    }
    return size;
  }

  /** The sums of a published area less those of the published ones right below it. */
  private double[] derivable(String code) {
    double[] rest = cells.get(code).sums().clone();
    for (Cell cell : below.get(code)) {
      for (int i = 0; i < rest.length && !withheld.contains(cell.code()); i++) {
        rest[i] -= cell.sums()[i];
      }
    }
    return rest;
  }
}
