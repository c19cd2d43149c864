package org.linli.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Geometry;

/** The free ground beside houses where a project may be, each handed out once. */
final class ProjectSites {
  private final Map<String, List<ProjectSite>> free = new HashMap<>();

  /**
   * @param apartFrom what every site keeps its distance from
   */
  ProjectSites(List<Quarter> quarters, Geometry apartFrom, double metres, long seed) {
    for (Quarter quarter : quarters) {
      List<ProjectSite> sites = new ArrayList<>();
      for (ProjectSite site : sites(quarter)) {
        if (!site.ground().isWithinDistance(apartFrom, metres)) {
          sites.add(site);
        }
      }
      Collections.shuffle(sites, new Random(seed + quarter.code().hashCode()));
      free.put(quarter.code(), sites);
    }
  }

  boolean hasNone(Quarter quarter) {
    return free.get(quarter.code()).isEmpty();
  }

  ProjectSite take(Quarter quarter) {
    List<ProjectSite> sites = free.get(quarter.code());
    if (sites.isEmpty()) {
      throw new IllegalStateException("no free ground is left in " + quarter.compound().name());
    }
    return sites.remove(sites.size() - 1);
  }

  /** The heart of a compound. */
  static ProjectSite courtyard(Quarter quarter) {
    return new ProjectSite(
        new Name("院心", "in the courtyard", ""),
        quarter.compound().name(),
        quarter.code(),
        quarter.compound().garden());
  }

  private static List<ProjectSite> sites(Quarter quarter) {
    List<ProjectSite> sites = new ArrayList<>();
    for (Nook nook : quarter.compound().nooks()) {
      int number = quarter.houses().get(nook.block()).number();
      Name spot =
          nook.behind()
              ? new Name(number + "号楼后", "behind building " + number, "")
              : new Name(number + "号楼前", "in front of building " + number, "");
      sites.add(new ProjectSite(spot, quarter.compound().name(), quarter.code(), nook.shape()));
    }
    if (sites.isEmpty()) {
      sites.add(courtyard(quarter));
    }
    return sites;
  }
}
