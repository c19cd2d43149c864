package org.linli.analysis.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Join;
import org.linli.analysis.Joiner;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.WalkNetwork;

/**
 * Where one can step from the network into each site: for every few metres of its boundary the
 * nearest point of the nearest segment, where segments cross the boundary, and nodes inside. Gates
 * and walls are not known. Immutable.
 */
final class SiteJoins {
  /** A boundary is looked at this often, so that distances are right to half of it. */
  private static final double STEP_METRES = 5;

  private final List<List<Join>> joins;
  private final List<Set<Integer>> components;

  private record Key(double join, double minArea, double dissolve) {}

  static SiteJoins of(
      AnalysisInputs inputs, Greens greens, WalkNetwork network, AccessParameters parameters) {
    return inputs.once(
        new Key(parameters.join(), parameters.minArea(), parameters.dissolve()),
        () -> new SiteJoins(greens, network, parameters.join()));
  }

  private SiteJoins(Greens greens, WalkNetwork network, double reach) {
    this(
        greens
            .sites()
            .parallel()
            .mapToObj(site -> new Finder(greens, network, reach).joins(site))
            .toList(),
        network);
  }

  private SiteJoins(List<List<Join>> joins, WalkNetwork network) {
    this.joins = joins;
    this.components = new ArrayList<>();
    for (List<Join> ofSite : joins) {
      Set<Integer> parts = new HashSet<>();
      ofSite.forEach(join -> parts.add(network.component(join.segment())));
      components.add(parts);
    }
  }

  /** The same with other green spaces. */
  SiteJoins with(SameSites same, Greens greens, WalkNetwork network, double reach) {
    return new SiteJoins(
        greens
            .sites()
            .mapToObj(
                site ->
                    same.before(site) < 0
                        ? new Finder(greens, network, reach).joins(site)
                        : joins.get(same.before(site)))
            .toList(),
        network);
  }

  List<Join> of(int site) {
    return joins.get(site);
  }

  /** Whether a site can be stepped into from a part of the network. */
  boolean isOn(int site, int component) {
    return components.get(site).contains(component);
  }

  boolean isJoined(int site) {
    return !joins.get(site).isEmpty();
  }

  /** Finds the joins of one site. */
  private static final class Finder {
    private final Greens greens;
    private final PlaneShapes shapes;
    private final WalkNetwork network;
    private final Joiner joiner;

    /** The shortest join at each place of a segment. */
    private final Map<Place, Join> found = new HashMap<>();

    private record Place(int segment, double part) {}

    Finder(Greens greens, WalkNetwork network, double reach) {
      this.greens = greens;
      this.shapes = greens.shapes();
      this.network = network;
      this.joiner = new Joiner(network, reach);
    }

    List<Join> joins(int site) {
      for (int member : greens.site(site).members()) {
        for (int part = shapes.firstPart(member); part < shapes.endPart(member); part++) {
          boundary(part);
        }
        inside(member);
      }
      return List.copyOf(found.values());
    }

    private void boundary(int part) {
      int start = shapes.partStart(part);
      joiner.at(shapes.x(start), shapes.y(start)).ifPresent(this::offer);
      for (int v = start + 1; v < shapes.partEnd(part); v++) {
        side(shapes.x(v - 1), shapes.y(v - 1), shapes.x(v), shapes.y(v));
      }
    }

    private void side(double ax, double ay, double bx, double by) {
      int steps = (int) Math.ceil(Math.hypot(bx - ax, by - ay) / STEP_METRES);
      for (int i = 1; i <= steps; i++) {
        double at = (double) i / steps;
        joiner.at(ax + at * (bx - ax), ay + at * (by - ay)).ifPresent(this::offer);
      }
      network.search(
          Math.min(ax, bx),
          Math.min(ay, by),
          Math.max(ax, bx),
          Math.max(ay, by),
          s -> {
            double at =
                Joiner.crossing(
                    network.fromX(s),
                    network.fromY(s),
                    network.toX(s),
                    network.toY(s),
                    ax,
                    ay,
                    bx,
                    by);
            if (!Double.isNaN(at)) {
              offer(new Join(s, at, 0));
            }
          });
    }

    private void inside(int member) {
      network.search(
          shapes.minX(member),
          shapes.minY(member),
          shapes.maxX(member),
          shapes.maxY(member),
          s -> {
            if (shapes.contains(member, network.fromX(s), network.fromY(s))) {
              offer(new Join(s, 0, 0));
            }
            if (shapes.contains(member, network.toX(s), network.toY(s))) {
              offer(new Join(s, 1, 0));
            }
          });
    }

    private void offer(Join join) {
      found.merge(
          new Place(join.segment(), join.part()),
          join,
          (one, other) -> one.metres() <= other.metres() ? one : other);
    }
  }
}
