package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.linli.analysis.impact.ImpactSimulation;
import org.linli.analysis.impact.ImpactSimulation.Cell;
import org.linli.analysis.impact.ImpactSimulation.Tallies;
import org.linli.analysis.impact.ImpactSimulation.Tally;

/**
 * Writes how often the intervals of the impact analysis hold the truth of simulated towns, as a
 * Markdown table: {@code ImpactIntervals [towns a cell] [file]}.
 */
public final class ImpactIntervals {
  private static final long SEED = 20260615;
  private static final List<String> PLACEMENTS =
      List.of(
          "AT_RANDOM", "MOST_HAZARDS_EARLIER", "MOST_HAZARDS_BEFORE", "MOST_HAZARDS_IN_TWO_YEARS");

  private ImpactIntervals() {}

  public static void main(String[] arguments) throws IOException {
    int towns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 520;
    Path file = Path.of(arguments.length > 1 ? arguments[1] : "target/bench/impact.md");
    List<String> lines = new ArrayList<>();
    lines.add(
        "| placed | shock SD | effect | single: answered of asked | holds the truth | says fewer or"
            + " more | pooled: answered of asked | holds the truth | says fewer or more |");
    lines.add("|---|---|---|---|---|---|---|---|---|");
    for (String placement : PLACEMENTS) {
      for (double shock : new double[] {0, 0.4}) {
        for (double effect : new double[] {1, 0.8, 0.5}) {
          Tallies found = ImpactSimulation.run(new Cell(shock, effect, placement), towns, SEED);
          lines.add(
              "| %s | %.1f | %.1f | %s | %s |"
                  .formatted(
                      placement.toLowerCase(Locale.ROOT).replace('_', ' '),
                      shock,
                      effect,
                      cells(found.single()),
                      cells(found.pooled())));
          Files.createDirectories(file.toAbsolutePath().getParent());
          Files.write(file, lines);
        }
      }
    }
  }

  private static String cells(Tally tally) {
    return "%d of %d (%.0f %%) | %.1f %% | %.1f %%"
        .formatted(
            tally.answered(),
            tally.asked(),
            100 * tally.answerRate(),
            100 * tally.coverage(),
            100 * tally.claims());
  }
}
