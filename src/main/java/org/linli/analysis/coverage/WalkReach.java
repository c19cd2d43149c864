package org.linli.analysis.coverage;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Exclusion;
import org.linli.analysis.coverage.Answers.Standing;

/** The sites within the distance of each building on foot, along the paths. */
final class WalkReach {
  private final Homes homes;
  private final Greens greens;
  private final HomeJoins homeJoins;
  private final SiteJoins siteJoins;
  private final WalkNetwork network;
  private final Catchments straight;
  private final double distance;
  private final Nearby[] nearby;

  private WalkReach(
      AnalysisInputs inputs,
      Homes homes,
      Greens greens,
      Catchments straight,
      AccessParameters parameters) {
    this.homes = homes;
    this.greens = greens;
    this.network = WalkNetwork.of(inputs, homes);
    this.homeJoins = HomeJoins.of(inputs, homes, network, parameters.join());
    this.siteJoins = SiteJoins.of(inputs, greens, network, parameters);
    this.straight = straight;
    this.distance = parameters.distance();
    this.nearby = new Nearby[homes.size()];
    for (int b = 0; b < nearby.length; b++) {
      nearby[b] = new Nearby();
    }
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
    Walk walk = new Walk(reach.network, parameters.distance());
    for (int site = 0; site < greens.size(); site++) {
      cancellation.check();
      reach.walk(walk, site);
    }
    reach.addInside();
    return reach.answers();
  }

  private void walk(Walk walk, int site) {
    List<Join> joins = siteJoins.of(site);
    walk.from(joins);
    for (int node : walk.reached()) {
      for (int arc = network.firstArc(node); arc < network.endArc(node); arc++) {
        homeJoins.on(network.segment(arc)).forEach(b -> add(b, site, walk.metresTo(join(b))));
      }
    }
    for (Join join : joins) {
      homeJoins.on(join.segment()).forEach(b -> add(b, site, walk.metresBetween(join(b), join)));
    }
  }

  private Join join(int building) {
    return homeJoins.find(building).orElseThrow();
  }

  private void add(int building, int site, double metres) {
    if (metres <= distance) {
      nearby[building].add(site, metres);
    }
  }

  /** Whoever lives in a site, or wall to wall with it, needs no path. */
  private void addInside() {
    for (int b = 0; b < nearby.length; b++) {
      for (int i = 0; i < straight.sites()[b].length; i++) {
        if (straight.metres()[b][i] == 0) {
          nearby[b].add(straight.sites()[b][i], 0);
        }
      }
    }
  }

  private Answers answers() {
    int[][] sites = new int[homes.size()][];
    double[][] metres = new double[homes.size()][];
    Standing[] standings = new Standing[homes.size()];
    for (int b = 0; b < standings.length; b++) {
      sites[b] = nearby[b].sites();
      metres[b] = nearby[b].distances();
      standings[b] = sites[b].length > 0 ? Standing.WITHIN : standingWithout(b);
    }
    return new Answers(new Catchments(sites, metres), standings, unused());
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
    boolean surelyFar =
        IntStream.of(straight.sites()[building]).allMatch(site -> siteJoins.isOn(site, component));
    return surelyFar ? Standing.BEYOND : Standing.CUT_OFF;
  }
}
