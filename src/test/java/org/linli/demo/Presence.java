package org.linli.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * When somebody on daily patrol, or on a visit, was within 25 m of a house: worked out here from
 * the files by cutting every walk into two-second steps, apart from any analysis of the portal.
 */
final class Presence {
  private static final double REACH_METRES = 25;
  private static final Duration HOLE = Duration.ofMinutes(5);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final List<Step> steps = new ArrayList<>();
  private final Map<String, List<Instant>> visits = new HashMap<>();

  private record Step(Instant at, Geometry where) {}

  Presence() {
    NamedCsvRecord last = null;
    for (NamedCsvRecord fix : DemoFiles.rows("patrols-fixes.csv")) {
      if (!fix.getField("kind").equals("daily_patrol")) {
        continue;
      }
      if (last != null && last.getField("patrol_id").equals(fix.getField("patrol_id"))) {
        addSteps(last, fix);
      }
      last = fix;
    }
    for (NamedCsvRecord visit : DemoFiles.rows("visits.csv")) {
      visits
          .computeIfAbsent(visit.getField("building_code"), code -> new ArrayList<>())
          .add(time(visit, "at"));
    }
  }

  private void addSteps(NamedCsvRecord from, NamedCsvRecord to) {
    Instant start = time(from, "time");
    Duration lasted = Duration.between(start, time(to, "time"));
    Coordinate a = where(from);
    Coordinate b = where(to);
    boolean hole = lasted.compareTo(HOLE) > 0 || a.distance(b) / lasted.toSeconds() > 15;
    long pieces = hole ? 1 : Math.max(1, lasted.toSeconds() / 2);
    for (int i = 0; i <= pieces; i++) {
      double t = (double) i / pieces;
      Coordinate here = new Coordinate(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
      Instant at = start.plusSeconds(Math.round(lasted.toSeconds() * t));
      steps.add(new Step(at, FACTORY.createPoint(here)));
    }
  }

  private static Coordinate where(NamedCsvRecord fix) {
    Coordinate degrees =
        new Coordinate(
            Double.parseDouble(fix.getField("lon")), Double.parseDouble(fix.getField("lat")));
    return FlatMetres.metres(FACTORY.createPoint(degrees)).getCoordinate();
  }

  static Instant time(NamedCsvRecord row, String field) {
    return OffsetDateTime.parse(row.getField(field)).toInstant();
  }

  /** All instants of presence at a house, in no order. */
  List<Instant> at(DemoFiles.Row house) {
    Geometry footprint = FlatMetres.metres(house.geometry());
    List<Instant> instants = new ArrayList<>(visits.getOrDefault(house.code(), List.of()));
    for (Step step : steps) {
      if (step.where().isWithinDistance(footprint, REACH_METRES)) {
        instants.add(step.at());
      }
    }
    return instants;
  }

  Optional<Instant> lastAt(DemoFiles.Row house) {
    return at(house).stream().max(Instant::compareTo);
  }
}
