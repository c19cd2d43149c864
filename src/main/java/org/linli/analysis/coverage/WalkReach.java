package org.linli.analysis.coverage;

import java.util.List;
import java.util.Optional;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Join;
import org.linli.analysis.Walk;
import org.linli.analysis.WalkNetwork;
import org.linli.analysis.coverage.Answers.Standing;

/** The sites within the distance of each building on foot, along the paths. */
final class WalkReach {
  private final Greens greens;
  private final WalkNetwork network;
  private final HomeJoins homeJoins;
  private final SiteJoins siteJoins;
  private final Catchments straight;

  private WalkReach(
      AnalysisInputs inputs,
      Homes homes,
      Greens greens,
      Catchments straight,
      AccessParameters parameters) {
    this.greens = greens;
    this.network = network(inputs, homes);
    this.homeJoins = HomeJoins.of(inputs, homes, network, parameters.join());
    this.siteJoins = SiteJoins.of(inputs, greens, network, parameters);
    this.straight = straight;
  }

  static WalkNetwork network(AnalysisInputs inputs, Homes homes) {
    return inputs.once(
        "walk network",
        () -> {
          inputs.get("paths");
          return WalkNetwork.of(inputs.rows("paths").orElseThrow(), homes.planes());
        });
  }

  /**
   * @param straight within the same distance; a walk is never shorter
   */
  static Answers of(
      AnalysisInputs inputs,
      Homes homes,
      Greens greens,
      Catchments straight,
      AccessParameters parameters,
      Cancellation cancellation) {
    WalkReach reach = new WalkReach(inputs, homes, greens, straight, parameters);
    return reach.answers(
        Catchments.of(
            homes.size(),
            greens.size(),
            () -> reach.new Walker(homes.size(), parameters.distance()),
            cancellation));
  }

  /** Walks from one site after the other. */
  private final class Walker implements Catchments.Surveyor {
    private final Walk walk;
    private final Nearest nearest;

    Walker(int buildings, double distance) {
      this.walk = new Walk(network, distance);
      this.nearest = new Nearest(buildings, distance);
    }

    @Override
    public SiteReach apply(Integer site) {
      List<Join> joins = siteJoins.of(site);
      walk.from(joins);
      for (int node : walk.reached()) {
        for (int arc = network.firstArc(node); arc < network.endArc(node); arc++) {
          homeJoins
              .on(network.segment(arc))
              .forEach(b -> nearest.offer(b, walk.metresTo(homeJoins.get(b))));
        }
      }
      for (Join join : joins) {
        homeJoins
            .on(join.segment())
            .forEach(b -> nearest.offer(b, walk.metresBetween(homeJoins.get(b), join)));
      }
      addTouching(straight.of(site));
      return nearest.take();
    }

    /** Whoever lives in a site, or wall to wall with it, needs no path. */
    private void addTouching(SiteReach around) {
      for (int i = 0; i < around.buildings().length; i++) {
        if (around.metres()[i] == 0) {
          nearest.offer(around.buildings()[i], 0);
        }
      }
    }
  }

  private Answers answers(Catchments walks) {
    Standing[] standings = new Standing[walks.buildings()];
    for (int b = 0; b < standings.length; b++) {
      standings[b] = walks.isWithin(b) ? Standing.WITHIN : standingWithout(b);
    }
    return new Answers(walks, standings, unused());
  }

  private List<Exclusion> unused() {
    return List.of(
        new Exclusion("not_walked", network.notWalked()),
        new Exclusion("green_not_joined", greens.where(site -> !siteJoins.isJoined(site))));
  }

  /** How a building stands that no known way leads from to a site. */
  private Standing standingWithout(int building) {
    if (!straight.isWithin(building)) {
      return Standing.BEYOND;
    }
    Optional<Join> join = homeJoins.find(building);
    if (join.isEmpty()) {
      return Standing.NOT_JOINED;
    }
    int component = network.component(join.get().segment());
    boolean surelyFar = straight.sites(building).allMatch(site -> siteJoins.isOn(site, component));
    return surelyFar ? Standing.BEYOND : Standing.CUT_OFF;
  }
}
