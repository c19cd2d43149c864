package org.linli.analysis.coverage;

import java.util.List;
import java.util.Optional;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Join;
import org.linli.analysis.Town;
import org.linli.analysis.Walk;
import org.linli.analysis.WalkNetwork;
import org.linli.analysis.coverage.Answers.Standing;

/** The sites within the distance of each building on foot, along the paths. */
final class WalkReach {
  private final Town homes;
  private final Greens greens;
  private final WalkNetwork network;
  private final HomeJoins homeJoins;
  private final SiteJoins siteJoins;
  private final Catchments straight;
  private final AccessParameters parameters;

  private WalkReach(
      Town homes,
      Greens greens,
      WalkNetwork network,
      HomeJoins homeJoins,
      SiteJoins siteJoins,
      Catchments straight,
      AccessParameters parameters) {
    this.homes = homes;
    this.greens = greens;
    this.network = network;
    this.homeJoins = homeJoins;
    this.siteJoins = siteJoins;
    this.straight = straight;
    this.parameters = parameters;
  }

  /**
   * @param straight within the same distance; a walk is never shorter
   */
  static WalkReach of(
      AnalysisInputs inputs,
      Town homes,
      Greens greens,
      Catchments straight,
      AccessParameters parameters) {
    WalkNetwork network = network(inputs, homes);
    return new WalkReach(
        homes,
        greens,
        network,
        HomeJoins.of(inputs, homes, network, parameters.join()),
        SiteJoins.of(inputs, greens, network, parameters),
        straight,
        parameters);
  }

  static WalkNetwork network(AnalysisInputs inputs, Town homes) {
    return inputs.once(
        "walk network",
        () -> {
          inputs.get("paths");
          return WalkNetwork.of(inputs.rows("paths").orElseThrow(), homes.planes());
        });
  }

  /** The same with other green spaces. */
  WalkReach with(SameSites same, Greens others, Catchments straightToOthers) {
    return new WalkReach(
        homes,
        others,
        network,
        homeJoins,
        siteJoins.with(same, others, network, parameters.join()),
        straightToOthers,
        parameters);
  }

  Catchments catchments(Cancellation cancellation) {
    return Catchments.of(homes.size(), greens.size(), Walker::new, cancellation);
  }

  /** The same as {@link #catchments}, where some sites are as they were. */
  Catchments catchments(Catchments before, SameSites same, Cancellation cancellation) {
    return before.with(same, greens.size(), Walker::new, cancellation);
  }

  /** Walks from one site after the other. */
  private final class Walker implements Catchments.Surveyor {
    private final Walk walk;
    private final Nearest nearest;

    Walker() {
      this.walk = new Walk(network, parameters.distance());
      this.nearest = new Nearest(homes.size(), parameters.distance());
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

  /** How a building stands to the sites that can be walked to. */
  Standing standing(Catchments walks, int building) {
    return walks.isWithin(building) ? Standing.WITHIN : standingWithout(building);
  }

  List<Exclusion> unused() {
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
