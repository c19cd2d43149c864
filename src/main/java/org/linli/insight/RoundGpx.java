package org.linli.insight;

import io.jenetics.jpx.GPX;
import io.jenetics.jpx.WayPoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.linli.analysis.CommunityTime;
import org.linli.catalogue.analyses.Finding;
import org.linli.insight.NextRoundDocuments.Stop;
import org.linli.layer.LocalText;
import org.locationtech.jts.geom.Coordinate;

/**
 * The next round for a receiver to follow, GPX 1.1: a waypoint for each stop, in order, and the way
 * as a track. The track has no times, or it could be taken for one that was walked.
 */
final class RoundGpx {
  private static final LocalText TITLE =
      new LocalText("下一次巡查", "Next round", "ཐེངས་རྗེས་མའི་འཁོར་ལྟ།");
  private static final LocalText ARRIVAL =
      new LocalText(
          "%s 到 · 居民 %.0f · 可免缺口 %.1f 人·日",
          "at %s · %.0f residents · avoids %.1f person-days of gap",
          "%s སླེབས། · སྡོད་དམངས་ %.0f · ཆད་ཤུལ་ %.1f འགོག");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final Locale language;

  private RoundGpx(Locale language) {
    this.language = language;
  }

  /** The file's bytes, with names in a language. */
  static byte[] of(Finding finding, Locale language) {
    return new RoundGpx(language).bytes(finding);
  }

  private byte[] bytes(Finding finding) {
    String day =
        CommunityTime.at(finding.question().asOf().toEpochMilli()).toLocalDate().toString();
    String name = TITLE.in(language) + " " + day;
    GPX.Builder gpx = GPX.builder("Linli Atlas").metadata(metadata -> metadata.name(name));
    NextRoundDocuments.stops(finding).forEach(stop -> gpx.addWayPoint(point(stop)));
    List<WayPoint> way = NextRoundDocuments.way(finding).stream().map(RoundGpx::point).toList();
    if (!way.isEmpty()) {
      gpx.addTrack(track -> track.name(name).addSegment(segment -> segment.points(way)));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      GPX.Writer.of(new GPX.Writer.Indent("  "), 7).write(gpx.build(), bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private WayPoint point(Stop stop) {
    return WayPoint.builder()
        .lon(stop.lon())
        .lat(stop.lat())
        .name(stop.order() + " " + stop.titles().in(language))
        .cmt(stop.code())
        .desc(
            String.format(
                Locale.ROOT,
                ARRIVAL.in(language),
                clock(stop.arrivesAt()),
                stop.residents(),
                stop.personDaysAvoided()))
        .build();
  }

  private static String clock(Instant at) {
    return CommunityTime.at(at.toEpochMilli()).format(CLOCK);
  }

  private static WayPoint point(Coordinate at) {
    return WayPoint.builder().lon(at.x).lat(at.y).build();
  }
}
