package org.linli.insight;

import java.util.Locale;
import org.linli.geo.GeometryRepair;
import org.linli.geo.RepairResult;
import org.linli.ingest.format.GeoJsonObject;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.SourceException;
import org.linli.layer.GeometryType;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a change is: a valid geometry of a neighbourhood's size. */
final class ChangedPlace {
  private static final double WIDEST_METRES = 100_000;

  /** A box this wide or high is wider than that anywhere but at the poles. */
  private static final double WIDEST_DEGREES = 5;

  private ChangedPlace() {}

  /**
   * @return in degrees, on the grid
   * @throws InvalidParameterException if it cannot be used; it names the member
   */
  static Geometry of(JsonNode json, GeometryType wanted, String name) {
    Geometry given = parsed(json, name);
    if (isTooWide(given.getEnvelopeInternal())) {
      throw refusal(
          name,
          "「" + name + "」太大：至多 100 公里宽。",
          "The " + name + " is too large: it may be 100 km across.",
          "«" + name + "» ཆེ་དྲགས། སྤྱི་ལེ་ 100 ལས་མི་བརྒལ་བ།");
    }
    if (!wanted.holds(given.getDimension())) {
      String type = wanted.name().toLowerCase(Locale.ROOT);
      throw refusal(
          name,
          "「" + name + "」的类型不对：这个图层要 " + type + "。",
          "The " + name + " is of the wrong type: this layer takes a " + type + ".",
          "«" + name + "» རིགས་ནོར་འདུག བང་རིམ་འདིར་ " + type + " དགོས།");
    }
    if (GeometryRepair.of(given) instanceof RepairResult.Valid valid) {
      return valid.geometry();
    }
    throw refusal(
        name,
        "「" + name + "」无效：为空、自相交或坐标超出范围。请重画。",
        "The "
            + name
            + " is invalid: it is empty, crosses itself or lies off the earth. Draw it anew.",
        "«" + name + "» སྤྱོད་མི་རུང་། ཡང་བསྐྱར་འབྲི་རོགས།");
  }

  private static boolean isTooWide(Envelope box) {
    if (box.isNull()) {
      return false;
    }
    if (box.getWidth() > WIDEST_DEGREES || box.getHeight() > WIDEST_DEGREES) {
      return true;
    }
    double lat = Math.max(-89, Math.min(89, box.centre().y));
    double metresADegree = 111_320;
    double width = box.getWidth() * metresADegree * Math.cos(Math.toRadians(lat));
    return Math.hypot(width, box.getHeight() * metresADegree) > WIDEST_METRES;
  }

  static InvalidParameterException missing(String name) {
    return refusal(
        name,
        "缺少「" + name + "」：新的要素要有位置。",
        "The " + name + " is missing: something new must have a place.",
        "«" + name + "» མེད། གསར་པ་ཞིག་ལ་གནས་དགོས།");
  }

  private static Geometry parsed(JsonNode json, String name) {
    try (JsonParser parser = JsonMapper.shared().treeAsTokens(json)) {
      parser.nextToken();
      return GeoJsonObject.geometry(parser, 1);
    } catch (SourceException none) {
      ImportIssue issue = none.issue();
      throw refusal(
          name,
          "「" + name + "」：" + issue.message(Locale.CHINESE),
          name + ": " + issue.message(Locale.ENGLISH),
          "«" + name + "» " + issue.message(Locale.forLanguageTag("bo")));
    }
  }

  private static InvalidParameterException refusal(String name, String zh, String en, String bo) {
    return new InvalidParameterException(name, new LocalText(zh, en, bo));
  }
}
