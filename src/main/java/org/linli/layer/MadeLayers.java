package org.linli.layer;

import java.util.Set;

/** The layers that analyses make of others. Nobody may import into one of their names. */
public final class MadeLayers {
  private static final Set<String> IDS =
      Set.of(
          "patrol_gaps",
          "gap_zones",
          "coverage_grid",
          "coverage_map",
          "next_round",
          "next_round_stops",
          "green_access",
          "hazard_hotspots",
          "project_impact");

  private MadeLayers() {}

  public static Set<String> ids() {
    return IDS;
  }
}
