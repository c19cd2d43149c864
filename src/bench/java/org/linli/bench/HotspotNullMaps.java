package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.GridTown;
import org.linli.analysis.hazard.HazardAnalysis;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;

/**
 * Writes in how many towns without any hot spot the hazard analysis finds one, and in how many the
 * plain normal p of Gi* would, as a Markdown table: {@code HotspotNullMaps [towns a row] [file]}.
 */
public final class HotspotNullMaps {
  private static final HazardAnalysis ANALYSIS = new HazardAnalysis();
  private static final LayerDefinition CELLS = ANALYSIS.definition().getLayer("hazard_hotspots");
  private static final int HOMES = 400;
  private static final double FALSE_DISCOVERY = 0.05;

  private HotspotNullMaps() {}

  /** Where hazards fall. */
  private enum Scatter {
    ANYWHERE,
    BY_RESIDENT
  }

  public static void main(String[] arguments) throws IOException {
    int towns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    Path file = Path.of(arguments.length > 1 ? arguments[1] : "target/bench/hotspots.md");
    List<String> lines = new ArrayList<>();
    lines.add(
        "| hazards fall | town | hazards | cells (mean) | a false hot spot | a false cold spot | by"
            + " normal p, controlled | by normal p, not controlled | more than residents explain |");
    lines.add("|---|---|---|---|---|---|---|---|---|");
    for (Scatter scatter : Scatter.values()) {
      for (double side : new double[] {1_500, 3_000}) {
        for (int hazards : new int[] {50, 200, 1_000}) {
          lines.add(row(scatter, side, hazards, towns));
          Files.createDirectories(file.toAbsolutePath().getParent());
          Files.write(file, lines);
        }
      }
    }
  }

  private static String row(Scatter scatter, double side, int hazards, int towns) {
    int[] wrong = new int[5];
    long cells = 0;
    for (int seed = 0; seed < towns; seed++) {
      List<Feature> map = map(town(new Random(seed), scatter, side, hazards));
      cells += map.size();
      wrong[0] += any(map, cell -> "hot".equals(value(cell, "class")));
      wrong[1] += any(map, cell -> "cold".equals(value(cell, "class")));
      wrong[2] += hotByNormal(map, true) ? 1 : 0;
      wrong[3] += hotByNormal(map, false) ? 1 : 0;
      wrong[4] += any(map, cell -> Boolean.TRUE.equals(value(cell, "more_than_residents")));
    }
    StringBuilder row =
        new StringBuilder(
            "| %s | %.1f km wide | %d | %d |"
                .formatted(
                    scatter.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    side / 1000,
                    hazards,
                    cells / towns));
    for (int count : wrong) {
      row.append(String.format(Locale.ROOT, " %.1f %% |", 100.0 * count / towns));
    }
    return row.toString();
  }

  private static int any(List<Feature> map, Predicate<Feature> test) {
    return map.stream().anyMatch(test) ? 1 : 0;
  }

  private static Object value(Feature cell, String field) {
    return cell.value(CELLS.getIndex(field));
  }

  /** Whether z alone calls a cell hot, after Benjamini and Hochberg or without. */
  private static boolean hotByNormal(List<Feature> map, boolean controlled) {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double[] z = map.stream().mapToDouble(cell -> (Double) value(cell, "z")).toArray();
    double[] p =
        IntStream.range(0, z.length)
            .mapToDouble(i -> 2 * normal.survivalProbability(Math.abs(z[i])))
            .toArray();
    double[] sorted = p.clone();
    java.util.Arrays.sort(sorted);
    int believed = sorted.length;
    while (believed > 0 && sorted[believed - 1] > FALSE_DISCOVERY * believed / sorted.length) {
      believed--;
    }
    double most = !controlled ? FALSE_DISCOVERY : believed == 0 ? -1 : sorted[believed - 1];
    return IntStream.range(0, z.length).anyMatch(i -> z[i] > 0 && p[i] <= most);
  }

  private static List<Feature> map(GridTown town) {
    AnalysisResult result =
        ANALYSIS.result(
            town.inputs(),
            ANALYSIS.definition().values(Map.of("asOf", GridTown.AS_OF), Audience.STAFF),
            Cancellation.NONE);
    return result.getLayer(CELLS.id()).list();
  }

  /** Homes crowd in the middle; the risk is the same everywhere, or the same for everybody. */
  private static GridTown town(Random random, Scatter scatter, double side, int hazards) {
    double half = side / 2;
    GridTown town = new GridTown().community("T", GridTown.box(-half, -half, half, half));
    double[][] homes = new double[HOMES][];
    int[] lodgers = new int[HOMES * 100];
    int people = 0;
    for (int home = 0; home < HOMES; home++) {
      homes[home] = new double[] {within(random, half), within(random, half)};
      int residents = 1 + random.nextInt(100);
      town.building(
          "b" + home, homes[home][0], homes[home][1], GridTown.with("residents", (long) residents));
      java.util.Arrays.fill(lodgers, people, people + residents, home);
      people += residents;
    }
    for (int i = 0; i < hazards; i++) {
      double[] home = homes[lodgers[random.nextInt(people)]];
      boolean anywhere = scatter == Scatter.ANYWHERE;
      town.put(
          "hazards",
          "h" + i,
          GridTown.point(
              anywhere ? side * random.nextDouble() - half : home[0] + 5,
              anywhere ? side * random.nextDouble() - half : home[1] + 5),
          GridTown.with("reported_at", GridTown.time("06-01 08:00")));
    }
    return town;
  }

  private static double within(Random random, double half) {
    return Math.max(-half, Math.min(half - 10, random.nextGaussian() * half / 3));
  }
}
