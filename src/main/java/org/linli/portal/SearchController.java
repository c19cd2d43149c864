package org.linli.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.linli.encode.JsonDocument;
import org.linli.encode.Representation;
import org.linli.geo.CoordinateGrid;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.linli.layer.Parameters;
import org.linli.portal.NameSearch.Found;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PortalSnapshot;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Finds public features by their name or code. */
@Controller
final class SearchController {
  private static final int USUAL = 20;
  private static final int MOST = 50;
  private static final int LONGEST = 100;

  private final Snapshots snapshots;

  SearchController(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  record Results(List<Result> results) {}

  /**
   * @param name what the feature is called; its code when it has no name
   * @param names the name by language, of those it has
   * @param within the name by language of the community that it belongs to, which tells features of
   *     one name apart; null where it belongs to none
   * @param kind the code that colours it on the map
   * @param lon of the middle of its box, in degrees; empty without a place
   * @param bbox west, south, east, north in degrees
   */
  record Result(
      String layer,
      String code,
      String name,
      Map<String, String> names,
      Optional<Map<String, String>> within,
      Optional<String> kind,
      Optional<Double> lon,
      Optional<Double> lat,
      Optional<List<Double>> bbox) {}

  /**
   * {@code q} is the text, at most 100 characters; {@code limit} is 20 if not given, 50 at most.
   */
  @GetMapping("/api/search")
  Representation search(Parameters parameters) {
    parameters.requireOnly(Set.of("q", "limit"));
    String text = parameters.find("q").orElse("").strip();
    int limit = parameters.count("limit", USUAL, MOST);
    if (text.length() > LONGEST) {
      throw tooLong();
    }
    PortalSnapshot portal = snapshots.current();
    List<Found> found =
        text.isEmpty() ? List.of() : NameSearch.find(PublicViews.of(portal), text, limit);
    return JsonDocument.of(new Results(found.stream().map(each -> result(each, portal)).toList()));
  }

  private static InvalidParameterException tooLong() {
    return new InvalidParameterException(
        "q",
        new LocalText(
            "搜索的文字太长：最多 " + LONGEST + " 个字符。",
            "The text to search for is too long: give at most " + LONGEST + " characters.",
            "འཚོལ་ཡིག་རིང་དྲགས། ཡིག་རྟགས་ " + LONGEST + " ལས་བརྒལ་མི་ཆོག"));
  }

  private static Result result(Found found, PortalSnapshot portal) {
    LayerDefinition definition = found.view().definition();
    Map<String, String> names = names(definition, field -> text(found, field));
    Optional<List<Double>> box = box(found);
    return new Result(
        definition.id(),
        found.code(),
        names.getOrDefault("zh", found.code()),
        names,
        within(found, portal),
        definition.styleField().flatMap(field -> text(found, field)),
        box.map(b -> middle(b.get(0), b.get(2))),
        box.map(b -> middle(b.get(1), b.get(3))),
        box);
  }

  private static Map<String, String> names(
      LayerDefinition definition, Function<String, Optional<String>> text) {
    Map<String, String> names = new TreeMap<>();
    definition
        .nameField()
        .ifPresent(
            name -> {
              text.apply(name).ifPresent(value -> names.put("zh", value));
              text.apply(name + "_en").ifPresent(value -> names.put("en", value));
              text.apply(name + "_bo").ifPresent(value -> names.put("bo", value));
            });
    return names;
  }

  /** The community that a feature names as its own, or an area as the one above it. */
  private static Optional<Map<String, String>> within(Found found, PortalSnapshot portal) {
    Optional<LayerView> communities = portal.findView("communities", Audience.PUBLIC);
    return text(found, "community_code")
        .or(() -> text(found, "parent_code"))
        .flatMap(code -> communities.flatMap(layer -> layer.findFeature(code)))
        .map(
            area ->
                names(
                    communities.get().definition(),
                    field -> text(communities.get().definition(), area, field)))
        .filter(names -> !names.isEmpty());
  }

  private static Optional<String> text(LayerDefinition layer, Feature feature, String field) {
    return layer.findIndex(field).stream()
        .mapToObj(feature::value)
        .flatMap(Stream::ofNullable)
        .map(Object::toString)
        .findFirst();
  }

  private static double middle(double from, double to) {
    return CoordinateGrid.round((from + to) / 2);
  }

  private static Optional<String> text(Found found, String field) {
    OptionalInt index = found.view().definition().findIndex(field);
    return index.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(found.block().column(index.getAsInt()).value(found.row()))
            .map(Object::toString);
  }

  private static Optional<List<Double>> box(Found found) {
    int[] box = new int[4];
    found.block().geometries().box(found.row(), box);
    return box[0] > box[2]
        ? Optional.empty()
        : Optional.of(
            List.of(
                CoordinateGrid.toDegrees(box[0]),
                CoordinateGrid.toDegrees(box[1]),
                CoordinateGrid.toDegrees(box[2]),
                CoordinateGrid.toDegrees(box[3])));
  }
}
