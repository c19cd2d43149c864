package org.linli.analysis.impact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.linli.analysis.PlaneGeometries;
import org.linli.analysis.Town;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Squares of one size over the whole portal, from a seeded origin; only those in which there is the
 * middle of a building, or a hazard, are kept. Each is a place that a site may be compared with.
 */
final class Lattice {
  private final double side;
  private final double originX;
  private final double originY;
  private final Map<Long, Integer> byKey;
  private final List<Long> keys;
  private final int[] buildings;
  private final int[] ofHazard;
  private final int[][] ofProject;
  private final long[] recordsBegin;
  private final int[][] around;

  Lattice(
      double squareMetres,
      Middles middles,
      Hazards hazards,
      Projects projects,
      Town town,
      ImpactParameters parameters) {
    this.side = Math.sqrt(squareMetres);
    this.byKey = new HashMap<>();
    this.keys = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(parameters.seed());
    this.originX = random.nextDouble() * side;
    this.originY = random.nextDouble() * side;
    int[] ofBuilding =
        IntStream.range(0, middles.size())
            .filter(middles::has)
            .map(b -> square(middles.x(b), middles.y(b)))
            .toArray();
    this.ofHazard =
        IntStream.range(0, hazards.size()).map(h -> square(hazards.x(h), hazards.y(h))).toArray();
    this.buildings = new int[keys.size()];
    IntStream.of(ofBuilding).forEach(square -> buildings[square]++);
    this.recordsBegin =
        IntStream.range(0, size())
            .mapToLong(s -> hazards.beginning(town.planes().placeAt(box(s).centre().x)))
            .toArray();
    this.ofProject =
        IntStream.range(0, projects.size())
            .mapToObj(p -> near(projects, p, parameters.apart()))
            .toArray(int[][]::new);
    this.around = IntStream.range(0, size()).mapToObj(this::findAround).toArray(int[][]::new);
  }

  /** The same squares with other projects among them, of which some were there before. */
  private Lattice(Lattice before, Projects projects, int[] same, double apart) {
    this.side = before.side;
    this.originX = before.originX;
    this.originY = before.originY;
    this.byKey = before.byKey;
    this.keys = before.keys;
    this.buildings = before.buildings;
    this.ofHazard = before.ofHazard;
    this.recordsBegin = before.recordsBegin;
    this.around = before.around;
    this.ofProject =
        IntStream.range(0, same.length)
            .mapToObj(p -> same[p] < 0 ? near(projects, p, apart) : before.ofProject[same[p]])
            .toArray(int[][]::new);
  }

  /**
   * @param same for each project the one before that is the same; -1 where there is none
   */
  Lattice with(Projects projects, int[] same, ImpactParameters parameters) {
    return new Lattice(this, projects, same, parameters.apart());
  }

  private static long key(long column, long row) {
    return column << 32 | row & 0xffff_ffffL;
  }

  private long step(double metres) {
    return (long) Math.floor(metres / side);
  }

  private int square(double x, double y) {
    return byKey.computeIfAbsent(
        key(step(x - originX), step(y - originY)),
        key -> {
          keys.add(key);
          return keys.size() - 1;
        });
  }

  private Envelope box(int square) {
    long key = keys.get(square);
    double minX = originX + (key >> 32) * side;
    double minY = originY + (int) key * side;
    return new Envelope(minX, minX + side, minY, minY + side);
  }

  /** The squares that are not wholly beyond so many metres of a project. */
  private int[] near(Projects projects, int project, double metres) {
    if (projects.shapes().isEmpty(project)) {
      return new int[0];
    }
    Geometry place = PlaneGeometries.geometry(projects.shapes(), project);
    Envelope around = place.getEnvelopeInternal();
    around.expandBy(metres);
    return candidates(around).filter(square -> distance(place, box(square)) <= metres).toArray();
  }

  private IntStream candidates(Envelope around) {
    long west = step(around.getMinX() - originX);
    long east = step(around.getMaxX() - originX);
    long south = step(around.getMinY() - originY);
    long north = step(around.getMaxY() - originY);
    if ((east - west + 1) * (north - south + 1) > size()) {
      return IntStream.range(0, size());
    }
    IntStream.Builder found = IntStream.builder();
    for (long column = west; column <= east; column++) {
      for (long row = south; row <= north; row++) {
        int square = byKey.getOrDefault(key(column, row), -1);
        if (square >= 0) {
          found.add(square);
        }
      }
    }
    return found.build();
  }

  private static double distance(Geometry place, Envelope box) {
    return place.distance(PlaneGeometries.metres().toGeometry(box));
  }

  int size() {
    return keys.size();
  }

  int buildings(int square) {
    return buildings[square];
  }

  /** The square that a hazard lies in. */
  int ofHazard(int hazard) {
    return ofHazard[hazard];
  }

  boolean isRecordedSince(int square, long instant) {
    return recordsBegin[square] <= instant;
  }

  /** When records begin where the square lies. */
  long recordsBegin(int square) {
    return recordsBegin[square];
  }

  /** The squares that touch one. */
  int[] around(int square) {
    return around[square];
  }

  private int[] findAround(int square) {
    Envelope box = box(square);
    double middleX = box.centre().x;
    double middleY = box.centre().y;
    Envelope steps = new Envelope(middleX - side, middleX + side, middleY - side, middleY + side);
    return candidates(steps).filter(other -> other != square && touches(box, other)).toArray();
  }

  private boolean touches(Envelope box, int other) {
    Envelope there = box(other);
    return Math.abs(there.getMinX() - box.getMinX()) < 1.5 * side
        && Math.abs(there.getMinY() - box.getMinY()) < 1.5 * side;
  }

  /** Adds the squares near a project to those taken. */
  void addNear(int project, BitSet taken) {
    IntStream.of(ofProject[project]).forEach(taken::set);
  }
}
