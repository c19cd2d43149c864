package org.linli.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The areas that numbers are summed by, as a tree. An area that no other names as its parent is of
 * the lowest level.
 */
public final class Communities {
  private final LayerRows rows;
  private final PlaneShapes shapes;
  private final PlaneIndex index;
  private final Map<String, Integer> byCode = new HashMap<>();
  private final int[] parents;
  private final boolean[] lowest;

  public Communities(LayerRows rows, LocalPlanes planes) {
    this.rows = rows;
    this.shapes = PlaneShapes.of(rows, planes);
    this.index = new PlaneIndex(shapes);
    for (int i = 0; i < rows.size(); i++) {
      byCode.put(rows.code(i), i);
    }
    this.parents =
        Arrays.stream(rows.texts("parent_code"))
            .mapToInt(code -> byCode.getOrDefault(code, -1))
            .toArray();
    this.lowest = new boolean[rows.size()];
    Arrays.fill(lowest, true);
    Arrays.stream(parents).filter(parent -> parent >= 0).forEach(parent -> lowest[parent] = false);
  }

  public LayerRows rows() {
    return rows;
  }

  public PlaneShapes shapes() {
    return shapes;
  }

  public int size() {
    return rows.size();
  }

  /** Whether no other area names it as its parent. */
  public boolean isLowest(int area) {
    return lowest[area];
  }

  /** The area above; -1 at the top. */
  public int parent(int area) {
    return parents[area];
  }

  /** The code of the area above; empty at the top. */
  public Optional<String> parentCode(int area) {
    return parents[area] < 0 ? Optional.empty() : Optional.of(rows.code(parents[area]));
  }

  /** Whether an area lies within another, or is it. */
  public boolean isWithin(int area, int other) {
    int steps = 0;
    for (int at = area; at >= 0 && steps <= size(); at = parents[at], steps++) {
      if (at == other) {
        return true;
      }
    }
    return false;
  }

  /**
   * The lowest-level area of each row of a layer: the one its {@code community_code} names, else
   * the one its middle lies in, else the higher one that it names; -1 for none.
   */
  public int[] areasOf(LayerRows layer, PlaneShapes places) {
    String[] codes = layer.texts("community_code");
    int[] areas = new int[layer.size()];
    for (int i = 0; i < areas.length; i++) {
      int named = codes[i] == null ? -1 : byCode.getOrDefault(codes[i], -1);
      if (named >= 0 && lowest[named]) {
        areas[i] = named;
      } else {
        int around = lowestAround(places, i, named);
        areas[i] = around >= 0 ? around : named;
      }
    }
    return areas;
  }

  /** The lowest-level area at a place's middle, within the named one if any; ties to the first. */
  private int lowestAround(PlaneShapes places, int place, int within) {
    double[] xy = new double[2];
    if (!places.centre(place, xy)) {
      return -1;
    }
    int[] first = {Integer.MAX_VALUE};
    index.around(
        xy[0],
        xy[1],
        0,
        area -> {
          if (lowest[area]
              && (within < 0 || isWithin(area, within))
              && shapes.contains(area, xy[0], xy[1])) {
            first[0] = Math.min(first[0], area);
          }
        });
    return first[0] == Integer.MAX_VALUE ? -1 : first[0];
  }

  /** An instant for each area, its own or the next one's above that has one; NEVER for none. */
  public long[] inheritedInstants(String field) {
    long[] own = rows.instants(field);
    long[] inherited = new long[own.length];
    for (int i = 0; i < own.length; i++) {
      int at = i;
      int steps = 0;
      while (own[at] == LayerRows.NEVER && parents[at] >= 0 && steps++ <= own.length) {
        at = parents[at];
      }
      inherited[i] = own[at];
    }
    return inherited;
  }
}
