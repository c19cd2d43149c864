package org.linli.geo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@link CoordinateGuard} makes of a file's coordinates. */
public sealed interface Verdict {

  /**
   * The user or the file named the system, and the numbers do not contradict it.
   *
   * @param caution what to report along with the import
   */
  record Declared(Crs crs, Optional<Finding> caution) implements Verdict {}

  /** Nobody named a system and the numbers are plain WGS 84 longitudes and latitudes. */
  record Assumed(Crs crs, Finding why) implements Verdict {}

  /**
   * The numbers are not what they are said to be. The file must not be imported unless the user
   * names the system; the finding's cure is the option to pass.
   *
   * @param candidates what the numbers may be, likeliest first; empty if they do not tell
   */
  record Suspect(List<Crs> candidates, Finding why) implements Verdict {

    public Suspect {
      candidates = List.copyOf(candidates);
    }

    static Suspect of(Crs guess, Finding why) {
      return of(List.of(guess), why);
    }

    static Suspect of(List<Crs> candidates, Finding why) {
      return new Suspect(candidates, candidates.isEmpty() ? why : why.withCure(option(candidates)));
    }

    private static String option(List<Crs> candidates) {
      return candidates.stream()
          .map(candidate -> CoordinateGuard.OPTION + " " + candidate)
          .collect(Collectors.joining(", or "));
    }
  }
}
