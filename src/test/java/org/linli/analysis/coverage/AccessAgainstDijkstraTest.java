package org.linli.analysis.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.GridTown;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Liechtenstein;
import org.linli.analysis.Town;
import org.linli.layer.Audience;
import org.locationtech.jts.geom.Geometry;

/**
 * Who walks at most so far to a green space, held against {@link PlainWalk}. Every building must
 * agree but those whose walk is within half a percent of the distance, which are listed. Which
 * greens are large enough is held against PostGIS elsewhere, so both take the same.
 */
class AccessAgainstDijkstraTest {
  private static final double LENIENCE = 0.005;

  @Test
  void everyBuildingOfLiechtensteinAgrees() {
    AnalysisInputs inputs =
        new AnalysisInputs(
            Map.of(
                "buildings", Liechtenstein.view("buildings"),
                "green_spaces", Liechtenstein.view("greens"),
                "paths", Liechtenstein.view("paths")));
    int within = compare(inputs, 9.53, 300, "everywhere");
    assertThat(within).isBetween(1_000, 17_000);
  }

  /** Streets with gaps, homes of every size, greens on and off the streets. */
  private static GridTown town(long seed) {
    Random random = new Random(seed);
    GridTown town = new GridTown().layer("green_spaces").layer("paths").layer("buildings");
    for (int x = 0; x <= 12; x++) {
      for (int y = 0; y <= 12; y++) {
        if (random.nextDouble() < 0.7) {
          town.put("paths", "h" + x + "-" + y, line(100 * x, 100 * y, 100 * x + 100, 100 * y));
        }
        if (random.nextDouble() < 0.7) {
          double bend = 40 * random.nextDouble();
          town.put(
              "paths",
              "v" + x + "-" + y,
              line(100 * x, 100 * y, 100 * x + bend, 100 * y + 50, 100 * x, 100 * y + 100));
        }
      }
    }
    for (int i = 0; i < 8; i++) {
      double x = 1_100 * random.nextDouble();
      double y = 1_100 * random.nextDouble();
      town.put("green_spaces", "G" + i, box(x, y, x + 60 + 60 * random.nextDouble(), y + 90));
    }
    for (int i = 0; i < 400; i++) {
      double x = 1_300 * random.nextDouble();
      double y = 1_300 * random.nextDouble();
      double side = 4 + 12 * random.nextDouble();
      town.put("buildings", "B%03d".formatted(i), box(x, y, x + side, y + side));
    }
    return town;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyBuildingOfAMadeUpTownAgrees(long seed) {
    int within = compare(town(seed).inputs(), GridTown.POST_LON, 250, "seed " + seed);
    assertThat(within).as("seed %d", seed).isBetween(20, 399);
  }

  private static int compare(AnalysisInputs inputs, double middleLon, double distance, String as) {
    AccessParameters parameters =
        AccessParameters.of(
            AccessAnalysis.DEFINITION.values(
                Map.of("asOf", GridTown.AS_OF, "mode", "walk", "distance", "" + distance),
                Audience.STAFF));
    Town homes = Town.of(inputs, AccessReview.PLACED);
    Greens greens = Greens.of(inputs, homes, parameters);
    Catchments straight = StraightReach.of(homes, greens, distance, Cancellation.NONE);
    Catchments ours =
        WalkReach.of(inputs, homes, greens, straight, parameters).catchments(Cancellation.NONE);
    PlainWalk theirs = plain(inputs, greens, middleLon);
    Map<String, Double> tooCloseToCall = new TreeMap<>();
    List<String> disagree = new ArrayList<>();
    int within = 0;
    for (int b = 0; b < homes.size(); b++) {
      PlainWalk.Metres metres = theirs.of(geometry(homes.rows(), b));
      String found = homes.rows().code(b) + " " + metres;
      boolean walks = ours.isWithin(b);
      within += walks ? 1 : 0;
      if (metres.most() >= distance * (1 - LENIENCE)
          && metres.least() <= distance * (1 + LENIENCE)) {
        tooCloseToCall.put(homes.rows().code(b), metres.least());
      } else if (walks != metres.most() <= distance) {
        disagree.add(found + (walks ? " is within" : " is not within"));
      } else if (walks && !isAbout(ours.nearestMetres(b), metres)) {
        disagree.add(found + ", not " + ours.nearestMetres(b));
      }
    }
    assertThat(disagree).as("%s, but for %s", as, tooCloseToCall).isEmpty();
    assertThat(tooCloseToCall.size()).as(as).isLessThan(5 + homes.size() / 50);
    return within;
  }

  /** Gates are looked for every 5 m of a boundary, of two as near either may be found. */
  private static boolean isAbout(double metres, PlainWalk.Metres theirs) {
    double lenience = 2.5 + LENIENCE * theirs.most();
    return metres >= theirs.least() - lenience && metres <= theirs.most() + lenience;
  }

  private static PlainWalk plain(AnalysisInputs inputs, Greens greens, double middleLon) {
    PlainWalk walk = new PlainWalk(middleLon);
    LayerRows paths = inputs.rows("paths").orElseThrow();
    String[] kinds = paths.texts("kind");
    each(
        paths,
        (row, path) -> {
          if (!"other".equals(kinds[row])) {
            walk.addPath(path);
          }
        });
    each(
        greens.rows(),
        (row, green) -> {
          if (greens.siteOf(row) >= 0) {
            walk.addGreen(green);
          }
        });
    walk.walk();
    return walk;
  }

  private static void each(LayerRows rows, BiConsumer<Integer, Geometry> consumer) {
    for (int i = 0; i < rows.size(); i++) {
      consumer.accept(i, geometry(rows, i));
    }
  }

  private static Geometry geometry(LayerRows rows, int i) {
    return rows.block(i).geometries().geometry(rows.blockRow(i)).orElseThrow();
  }
}
