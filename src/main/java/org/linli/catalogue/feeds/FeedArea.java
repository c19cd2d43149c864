package org.linli.catalogue.feeds;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.catalogue.Site;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LayerQuery;
import org.linli.layer.LocalText;
import org.linli.layer.Parameters;
import org.linli.layer.QueryParser;
import org.linli.layer.Systems;
import org.linli.snapshot.LayerView;
import org.locationtech.jts.geom.Geometry;

/**
 * The part of the map that a feed tells of.
 *
 * @param query the parameters that name it, as they stand in the feed's address; empty for all
 * @param chosen the features in it
 */
public record FeedArea(String query, LayerQuery chosen) {
  public static final FeedArea EVERYWHERE = new FeedArea("", LayerQuery.ALL);
  private static final String COMMUNITY = "community";

  /** The parameters that name an area. */
  public static final List<String> PARAMETERS = List.of("bbox", "bbox-crs", COMMUNITY);

  /**
   * Reads {@code bbox} as items do, and {@code community}: the code of one of the communities, of
   * which the exact shape counts.
   *
   * @param communities as the public sees them; empty if there is no such layer
   * @throws InvalidParameterException if there is no such community, or the box is malformed
   */
  public static FeedArea read(Parameters given, LayerView view, Optional<LayerView> communities) {
    Map<String, String> named = new LinkedHashMap<>();
    PARAMETERS.forEach(name -> given.find(name).ifPresent(value -> named.put(name, value)));
    if (named.isEmpty()) {
      return EVERYWHERE;
    }
    Map<String, List<String>> asked = new LinkedHashMap<>();
    named.forEach((name, value) -> asked.put(name, List.of(value)));
    Optional.ofNullable(asked.remove(COMMUNITY))
        .map(code -> shape(code.get(0), communities))
        .ifPresent(shape -> asked.put("filter", List.of(within(shape))));
    LayerQuery chosen =
        new QueryParser(view.definition(), new Systems(view.extent()), Set.of())
            .parse(new Parameters(asked));
    return new FeedArea(written(named), chosen);
  }

  private static String within(Geometry shape) {
    return "S_INTERSECTS(geometry," + shape.toText() + ")";
  }

  private static Geometry shape(String code, Optional<LayerView> communities) {
    return communities
        .flatMap(all -> all.find(code))
        .flatMap(row -> row.block().geometries().geometry(row.row()))
        .orElseThrow(() -> noCommunity(code));
  }

  private static InvalidParameterException noCommunity(String code) {
    String shown = Parameters.shown(code);
    String list = "/ogc/collections/communities/items";
    return new InvalidParameterException(
        COMMUNITY,
        new LocalText(
            "没有编码为「" + shown + "」的社区。社区的编码见 " + list + "。",
            "There is no community with the code «" + shown + "». Their codes are at " + list + ".",
            "ཨང་རྟགས་ «" + shown + "» ཡི་སྡེ་ཁུལ་མེད། ཨང་རྟགས་ " + list + " ལ་གཟིགས།"));
  }

  private static String written(Map<String, String> named) {
    return named.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + Site.segment(entry.getValue()))
        .collect(Collectors.joining("&", "?", ""));
  }

  boolean isEverywhere() {
    return query.isEmpty();
  }

  /** Of some codes those whose features the public sees in the area. */
  Set<String> shown(LayerView view, Set<String> codes) {
    Set<String> shown = new HashSet<>();
    if (isEverywhere()) {
      codes.stream().filter(code -> view.find(code).isPresent()).forEach(shown::add);
      return shown;
    }
    var row = view.rows(chosen);
    while (row.next()) {
      String code = row.code();
      if (codes.contains(code)) {
        shown.add(code);
      }
    }
    return shown;
  }
}
