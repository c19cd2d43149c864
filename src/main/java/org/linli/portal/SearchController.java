package org.linli.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.linli.encode.Representation;
import org.linli.geo.CoordinateGrid;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.linli.layer.Parameters;
import org.linli.portal.NameSearch.Found;
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
   * @param kind the code that colours it on the map
   * @param lon of the middle of its box, in degrees; empty without a place
   * @param bbox west, south, east, north in degrees
   */
  record Result(
      String layer,
      String code,
      String name,
      Map<String, String> names,
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
    List<Found> found =
        text.isEmpty()
            ? List.of()
            : NameSearch.find(PublicViews.of(snapshots.current()), text, limit);
    return Json.of(new Results(found.stream().map(SearchController::result).toList()));
  }

  private static InvalidParameterException tooLong() {
    return new InvalidParameterException(
        "q",
        new LocalText(
            "搜索的文字太长：最多 " + LONGEST + " 个字符。",
            "The text to search for is too long: give at most " + LONGEST + " characters.",
            "འཚོལ་ཡིག་རིང་དྲགས། ཡིག་རྟགས་ " + LONGEST + " ལས་བརྒལ་མི་ཆོག"));
  }

  private static Result result(Found found) {
    LayerDefinition definition = found.view().definition();
    Map<String, String> names = new TreeMap<>();
    definition
        .nameField()
        .ifPresent(
            name -> {
              text(found, name).ifPresent(value -> names.put("zh", value));
              text(found, name + "_en").ifPresent(value -> names.put("en", value));
              text(found, name + "_bo").ifPresent(value -> names.put("bo", value));
            });
    Optional<List<Double>> box = box(found);
    return new Result(
        definition.id(),
        found.code(),
        names.getOrDefault("zh", found.code()),
        names,
        definition.styleField().flatMap(field -> text(found, field)),
        box.map(b -> middle(b.get(0), b.get(2))),
        box.map(b -> middle(b.get(1), b.get(3))),
        box);
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
