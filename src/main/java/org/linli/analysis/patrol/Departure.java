package org.linli.analysis.patrol;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.linli.analysis.Communities;
import org.linli.analysis.Place;
import org.linli.geo.Bounds;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.layer.Parameters;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where a round begins, and to which buildings it may go. It begins where the request says, else in
 * the middle of the buildings of its liaison post, else in the middle of its community, else in
 * that of the community with the greatest gap zone, or of that zone where there are no communities.
 */
final class Departure {
  /** A start this far outside the box of all buildings is a slip. */
  private static final double MARGIN_DEGREES = 0.2;

  private final Watch watch;
  private final Precinct precinct;
  private final RoundParameters parameters;

  Departure(Watch watch, RoundParameters parameters) {
    this.watch = watch;
    this.precinct = watch.precinct();
    this.parameters = parameters;
  }

  /**
   * Whether a round may go to a building.
   *
   * @throws InvalidParameterException if there is no such community or post
   */
  IntPredicate allowed() {
    return parameters.community().map(this::inCommunity).orElse(b -> true).and(ofPost());
  }

  private IntPredicate inCommunity(String code) {
    int wanted = area(code);
    Communities communities = precinct.communities().orElseThrow();
    return b -> precinct.area(b) >= 0 && communities.isWithin(precinct.area(b), wanted);
  }

  private int area(String code) {
    return precinct.communities().stream()
        .mapToInt(communities -> communities.rows().indexOf(code))
        .filter(area -> area >= 0)
        .findFirst()
        .orElseThrow(() -> unknown("community", code, "社区", "community", "སྡེ་ཁུལ།"));
  }

  private IntPredicate ofPost() {
    if (parameters.post().isEmpty()) {
      return b -> true;
    }
    String post = parameters.post().get();
    String[] posts = precinct.rows().texts("liaison_post");
    if (!Arrays.asList(posts).contains(post)) {
      throw unknown("post", post, "联络岗", "liaison post", "འབྲེལ་མཐུད་ལས་གནས།");
    }
    return b -> post.equals(posts[b]);
  }

  private static InvalidParameterException unknown(
      String parameter, String value, String zh, String en, String bo) {
    String shown = Parameters.shown(value);
    return new InvalidParameterException(
        parameter,
        new LocalText(
            "没有" + zh + "「" + shown + "」：请核对参数「" + parameter + "」。",
            "There is no " + en + " «" + shown + "»: check the parameter " + parameter + ".",
            bo + " «" + shown + "» མེད། ཞུགས་གྲངས་ «" + parameter + "» ཞིབ་བཤེར་གནང་རོགས།"));
  }

  /**
   * Where it begins, in metres of the precinct's planes.
   *
   * @throws InvalidParameterException if the start is far from all buildings
   */
  Coordinate start() {
    if (parameters.start().isPresent()) {
      return given(parameters.start().get());
    }
    if (parameters.post().isPresent()) {
      return middle(IntStream.range(0, precinct.size()).filter(ofPost()));
    }
    return parameters
        .community()
        .map(code -> middleOf(area(code)))
        .orElseGet(this::middleOfGreatestZone);
  }

  private Coordinate given(Place start) {
    Bounds box = precinct.rows().view().extent();
    boolean near =
        start.lon() >= box.minX() - MARGIN_DEGREES
            && start.lon() <= box.maxX() + MARGIN_DEGREES
            && start.lat() >= box.minY() - MARGIN_DEGREES
            && start.lat() <= box.maxY() + MARGIN_DEGREES;
    if (!near) {
      throw tooFar(box);
    }
    double[] xy = new double[2];
    precinct.planes().toMetres(start.lon(), start.lat(), xy);
    return new Coordinate(xy[0], xy[1]);
  }

  private static InvalidParameterException tooFar(Bounds box) {
    String range =
        String.format(
            java.util.Locale.ROOT,
            "%.2f – %.2f, %.2f – %.2f",
            box.minX() - MARGIN_DEGREES,
            box.maxX() + MARGIN_DEGREES,
            box.minY() - MARGIN_DEGREES,
            box.maxY() + MARGIN_DEGREES);
    return new InvalidParameterException(
        "start",
        new LocalText(
            "参数「start」离所有楼栋太远：经度,纬度应在 " + range + " 之内。",
            "The start is far from all buildings: lon, lat may be " + range + ".",
            "«start» ཁང་བརྩེགས་ལས་ཐག་རིང་དྲགས། " + range));
  }

  private Coordinate middleOf(int area) {
    double[] xy = new double[2];
    return precinct.communities().orElseThrow().shapes().centre(area, xy)
        ? new Coordinate(xy[0], xy[1])
        : middle(IntStream.range(0, precinct.size()).filter(allowed()));
  }

  private Coordinate middleOfGreatestZone() {
    List<GapZones.Zone> zones = new GapZones(watch).zones();
    if (zones.isEmpty()) {
      return middle(IntStream.range(0, precinct.size()));
    }
    GapZones.Zone greatest = zones.get(0);
    return greatest.area() >= 0
        ? middleOf(greatest.area())
        : middle(IntStream.of(greatest.buildings()));
  }

  /** The middle of the middles of some buildings. */
  private Coordinate middle(IntStream buildings) {
    Coordinate sum = new Coordinate(0, 0);
    int[] count = new int[1];
    double[] xy = new double[2];
    buildings
        .filter(b -> precinct.shapes().centre(b, xy))
        .forEach(
            b -> {
              sum.x += xy[0];
              sum.y += xy[1];
              count[0]++;
            });
    return new Coordinate(sum.x / Math.max(1, count[0]), sum.y / Math.max(1, count[0]));
  }
}
