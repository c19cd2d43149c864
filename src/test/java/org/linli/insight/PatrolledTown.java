package org.linli.insight;

import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.with;

import java.time.LocalDate;
import java.util.List;
import org.linli.analysis.GridTown;
import org.linli.geo.CoordinateGrid;
import org.linli.geo.MetricPlane;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.testing.MemoryStore;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.context.annotation.Bean;

/**
 * A town with a district of three compounds, in the store of the portal of the tests, whose clock
 * stands at Monday, 15 June 2026, 18:00; so the public looks from Monday, 8 June, 00:00.
 *
 * <p>A has five homes, a1 to a5, of 20 residents each; B has four, b1 to b4, of 30, one of which
 * nobody has counted (b4); b1 and c1 are both called 一号楼; C has three, c1 to c3, of 15, 15 and 4.
 * Every day at noon from 1 to 7 June somebody comes by a1 to a4, B but for b3, c1 and c2. On 15
 * June at noon somebody comes by a1 alone.
 *
 * <p>The layer {@code posts} has the post P, {@code ideas} the project p0 that was completed on 1
 * March beside A.
 */
class PatrolledTown {
  private static final int HAZARD_FIELDS =
      BuiltInLayers.find("hazards").orElseThrow().fields().size();
  private static final int FIELDS = BuiltInLayers.find("communities").orElseThrow().fields().size();

  @Bean
  GridTown town(MemoryStore store) {
    GridTown town = new GridTown();
    town.community("D", box(-100, -100, 1000, 300), with("level", "subdistrict"));
    compound(town, "A", 0);
    compound(town, "B", 300);
    compound(town, "C", 600);
    homes(town, "a", 0, 20L, 20L, 20L, 20L, 20L);
    homes(town, "b", 300, 30L, 30L, 30L, null);
    homes(town, "c", 600, 15L, 15L, 4L);
    for (int day = 1; day <= 7; day++) {
      for (String home : new String[] {"a1", "a2", "a3", "a4", "b1", "b2", "b4", "c1", "c2"}) {
        town.seen(home, "06-0" + day + " 12:00");
      }
    }
    town.seen("a1", "06-15 12:00");
    town.put("green_spaces", "park", box(0, 120, 100, 220), with("condition", "good"));
    store.put(
        BuiltInLayers.find("communities").orElseThrow().withId("far"),
        List.of(new Feature("X", elsewhere(), new Object[FIELDS])));
    store.put(
        BuiltInLayers.find("hazards").orElseThrow().withId("posts"),
        List.of(new Feature("P", at(20, 105), new Object[HAZARD_FIELDS])));
    LayerDefinition ideas = BuiltInLayers.find("projects").orElseThrow().withId("ideas");
    Object[] built = new Object[ideas.fields().size()];
    built[ideas.getIndex("status")] = "completed";
    built[ideas.getIndex("completed_at")] = LocalDate.of(2026, 3, 1);
    store.put(ideas, List.of(new Feature("p0", at(50, 50), built)));
    return town.into(store);
  }

  /** A point so far from the post, on the grid of coordinates. */
  private static Geometry at(double x, double y) {
    MetricPlane plane = MetricPlane.at(GridTown.POST_LON, GridTown.POST_LAT);
    return CoordinateGrid.round(plane.toLonLat(GridTown.point(x, y)));
  }

  /** A square degree on the other side of the earth. */
  private static Geometry elsewhere() {
    return new GeometryFactory().toGeometry(new Envelope(-71, -70, -31, -30));
  }

  private static void compound(GridTown town, String code, double x) {
    town.community(
        code,
        box(x - 50, -50, x + 249, 249),
        with("name", code + "院"),
        with("name_en", "Yard " + code),
        with("level", "compound"),
        with("parent_code", "D"));
  }

  private static void homes(GridTown town, String prefix, double x, Long... residents) {
    for (int i = 0; i < residents.length; i++) {
      town.building(
          prefix + (i + 1),
          x + 40 * i,
          0,
          with("residents", residents[i]),
          with("patrol_interval_hours", 24.0),
          with("name", i == 0 && x > 0 ? "一号楼" : null),
          with("community_code", prefix.toUpperCase(java.util.Locale.ROOT)));
    }
  }
}
