package org.linli.ingest.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.RealData;
import org.linli.ingest.source.Severity;
import org.linli.ingest.source.SourceRow;
import org.linli.ingest.source.Watch;
import org.linli.layer.GeometryType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The multipolygon relations of OpenStreetMap's own collection of test cases, good and bad, with
 * the areas that they are. Where a case is invalid by the strict reading, the collection often has
 * the area of a lenient one; then either that or no area, and a word about it, is right.
 */
class OsmMultipolygonsTest {
  /** Cases where this reader differs from the collection, and why it may. */
  private static final Map<Integer, String> EXCEPTIONS =
      Map.of(
          768, "its ways say that each of them is an area, and they are; the relation is left out",
          926, "an inner way of the relation's tags is a thing in the hole, as GDAL has it",
          927, "the same, with the tags on the outer way");

  /**
   * Without the collection's own tags, which would say that a relation is tagged; one that has no
   * others, nor its ways, is given one.
   */
  private record Plain(OsmFile file, boolean silent) implements OsmFile {
    static Plain of(OsmFile file) {
      boolean[] says = new boolean[1];
      file.scan(
          EnumSet.allOf(OsmPart.class),
          new OsmSink() {
            @Override
            public void way(OsmWay way) {
              says[0] |= !plain(way.tags()).isEmpty();
            }

            @Override
            public void relation(OsmRelation relation) {
              says[0] |= plain(relation.tags()).size() > 1;
            }
          });
      return new Plain(file, !says[0]);
    }

    private static Map<String, String> plain(Map<String, String> tags) {
      Map<String, String> plain = new HashMap<>(tags);
      plain.keySet().removeIf(key -> key.startsWith("test:"));
      return plain;
    }

    @Override
    public String format() {
      return file.format();
    }

    @Override
    public void scan(Set<OsmPart> wanted, OsmSink sink) {
      file.scan(
          wanted,
          new OsmSink() {
            @Override
            public void node(long id, int lon, int lat) {
              sink.node(id, lon, lat);
            }

            @Override
            public void way(OsmWay way) {
              sink.way(new OsmWay(way.id(), way.nodes(), plain(way.tags()), way.at()));
            }

            @Override
            public void relation(OsmRelation r) {
              Map<String, String> tags = plain(r.tags());
              if (silent) {
                tags.put("area", "yes");
              }
              sink.relation(new OsmRelation(r.id(), r.ways(), r.roles(), tags, r.at()));
            }
          });
    }
  }

  record Case(int id, String description, JsonNode areas) {
    @Override
    public String toString() {
      return id + " " + description;
    }
  }

  /** Every area that any tag of the collection makes one. */
  private static final class AnyArea extends OsmKind {
    private static final Set<String> KEYS =
        Set.of("landuse", "natural", "building", "area", "boundary");

    AnyArea() {
      super(GeometryType.POLYGON);
    }

    @Override
    boolean isMeant(Map<String, String> tags) {
      return tags.keySet().stream().anyMatch(KEYS::contains);
    }

    @Override
    Object[] own(TagReader tags) {
      return new Object[0];
    }
  }

  static Stream<Case> cases() {
    JsonNode all = JsonMapper.shared().readTree(RealData.file(folder() + "tests.json").toFile());
    List<Case> cases = new ArrayList<>();
    for (JsonNode one : all) {
      if (one.has("areas")) {
        cases.add(
            new Case(
                one.get("test_id").asInt(), one.get("description").asString(), one.get("areas")));
      }
    }
    return cases.stream();
  }

  private static String folder() {
    return "adversarial/osm-multipolygons/";
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aMultipolygonIsTheAreaThatItsGeometrySays(Case one) throws Exception {
    Path file = RealData.file(folder() + one.id() / 100 + "/" + one.id() + "/data.osm.pbf");
    OsmSource source =
        OsmSource.of(Plain.of(new PbfFile(file, Watch.NOBODY)), new AnyArea(), OsmLimits.DEFAULT);
    RowCatcher read = RowCatcher.read(source);

    List<String> differences = new ArrayList<>();
    for (JsonNode expected : one.areas().get("default")) {
      differences.addAll(differences(one, expected, read));
    }
    if (read.rows.size() > one.areas().get("default").size()) {
      differences.add("more areas than there are: " + read.rows.keySet());
    }
    if (EXCEPTIONS.containsKey(one.id())) {
      assertThat(differences).as("what is no exception any more").isNotEmpty();
    } else {
      assertThat(differences).isEmpty();
    }
  }

  private static List<String> differences(Case one, JsonNode strict, RowCatcher read)
      throws ParseException {
    String key =
        (strict.get("from_type").asString().equals("way") ? "w" : "r")
            + strict.get("from_id").asLong();
    Optional<Geometry> found = Optional.ofNullable(read.rows.get(key)).map(SourceRow::shape);
    List<String> readings = new ArrayList<>();
    for (JsonNode reading : one.areas()) {
      for (JsonNode area : reading) {
        if (area.get("from_id").asLong() == strict.get("from_id").asLong()) {
          readings.add(area.get("wkt").asString());
        }
      }
    }
    boolean said = read.issues.stream().anyMatch(issue -> issue.severity() == Severity.LEFT_OUT);
    boolean right =
        found.isPresent() ? isOneOf(found.get(), readings) : readings.contains("INVALID") && said;
    return right ? List.of() : List.of(found + " instead of " + readings + read.kinds());
  }

  /** An outline that is invalid stays so, when it is a single way's, until it is repaired. */
  private static boolean isOneOf(Geometry found, List<String> readings) throws ParseException {
    for (String wkt : readings) {
      if (wkt.equals("INVALID") ? !found.isValid() : isSame(found, wkt)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(Geometry found, String wkt) throws ParseException {
    return found.isValid() && new WKTReader().read(wkt).equalsTopo(found);
  }
}
