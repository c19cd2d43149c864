package org.linli.analysis.coverage;

import java.util.List;
import org.linli.analysis.Exclusion;

/**
 * What is known of each building.
 *
 * @param reach the sites that it surely has within the distance
 * @param standings how it stands
 * @param unused rows of the paths and the green spaces that could not be walked
 */
record Answers(Catchments reach, Standing[] standings, List<Exclusion> unused) {

  /** How a building stands. */
  enum Standing {
    WITHIN,
    BEYOND,
    /** No path is near enough to it. */
    NOT_JOINED,
    /** The paths do not lead from it to a site that is near as the crow flies. */
    CUT_OFF;

    boolean isKnown() {
      return this == WITHIN || this == BEYOND;
    }
  }

  Standing of(int building) {
    return standings[building];
  }
}
