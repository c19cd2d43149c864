package org.linli.ingest.format;

import io.jenetics.jpx.GPX;
import io.jenetics.jpx.Length;
import io.jenetics.jpx.Route;
import io.jenetics.jpx.Track;
import io.jenetics.jpx.TrackSegment;
import io.jenetics.jpx.UInt;
import io.jenetics.jpx.WayPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A track, a route or a waypoint.
 *
 * @param texts what is written on it, by the name of the column, without what is blank
 * @param runs its points: a run a segment of a track
 */
record GpxThing(Map<String, Object> texts, List<List<WayPoint>> runs) {

  static List<GpxThing> listOf(GpxTable table, GPX gpx) {
    return switch (table) {
      case TRACKS -> gpx.tracks().map(GpxThing::of).toList();
      case ROUTES -> gpx.routes().map(GpxThing::of).toList();
      case WAYPOINTS -> gpx.wayPoints().map(GpxThing::of).toList();
    };
  }

  private static GpxThing of(Track track) {
    Map<String, Object> texts = new LinkedHashMap<>();
    put(texts, "name", track.getName());
    put(texts, "desc", track.getDescription());
    put(texts, "cmt", track.getComment());
    put(texts, "src", track.getSource());
    // Not «type», which a patrol's kind is also called: a device writes «walking» there.
    put(texts, "activity", track.getType());
    putNumber(texts, track.getNumber());
    return new GpxThing(
        texts, track.segments().map(TrackSegment::getPoints).collect(Collectors.toList()));
  }

  private static GpxThing of(Route route) {
    Map<String, Object> texts = new LinkedHashMap<>();
    put(texts, "name", route.getName());
    put(texts, "desc", route.getDescription());
    put(texts, "cmt", route.getComment());
    put(texts, "src", route.getSource());
    put(texts, "activity", route.getType());
    putNumber(texts, route.getNumber());
    return new GpxThing(texts, List.of(route.getPoints()));
  }

  private static GpxThing of(WayPoint point) {
    Map<String, Object> texts = new LinkedHashMap<>();
    put(texts, "name", point.getName());
    put(texts, "desc", point.getDescription());
    put(texts, "cmt", point.getComment());
    put(texts, "src", point.getSource());
    put(texts, "type", point.getType());
    put(texts, "sym", point.getSymbol());
    point.getElevation().map(Length::doubleValue).ifPresent(ele -> texts.put("ele", ele));
    point.getTime().ifPresent(time -> texts.put("time", time));
    return new GpxThing(texts, List.of(List.of(point)));
  }

  private static void put(Map<String, Object> texts, String column, Optional<String> text) {
    text.map(String::strip).filter(t -> !t.isEmpty()).ifPresent(t -> texts.put(column, t));
  }

  private static void putNumber(Map<String, Object> texts, Optional<UInt> number) {
    number.ifPresent(n -> texts.put("number", n.longValue()));
  }

  long points() {
    return runs.stream().mapToLong(List::size).sum();
  }

  /** Whether some point says when it was passed; a track of which none does is a mere line. */
  boolean isTimed() {
    return runs.stream().flatMap(List::stream).anyMatch(point -> point.getTime().isPresent());
  }

  boolean hasHeights() {
    return runs.stream().flatMap(List::stream).anyMatch(p -> p.getElevation().isPresent());
  }
}
