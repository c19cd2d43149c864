package org.linli.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.linli.geo.Bounds;
import org.linli.layer.Audience;
import org.linli.layer.Cql2InJson;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LayerQuery;
import org.linli.layer.LocalText;
import org.linli.layer.Parameters;
import org.linli.layer.QueryParser;
import org.linli.layer.Systems;

/**
 * The annex's predicates about times and truths, with the counts that it demands (21-065r2, the
 * tests named test-data). Of its 243 places only three have times; the values of these follow from
 * the counts and are made up here, and the other places are rows without any. Its predicates about
 * names, populations and shapes need its own data set, which is not here. One is left out, since it
 * contradicts another: {@code T_FINISHEDBY(i, interval(start,end))} is to be true of none where its
 * converse, {@code T_FINISHES(interval(start,end), i)}, is to be true of one.
 */
class Cql2AnnexTimesTest {
  private static final int PLACES = 243;
  private static final LayerView VIEW = places();

  private static LayerView places() {
    LayerDefinition definition =
        new LayerDefinition(
            "places",
            LocalText.same("places"),
            LocalText.same(""),
            GeometryType.NONE,
            Audience.PUBLIC,
            List.of(
                Field.of("date", FieldType.DATE),
                Field.of("start", FieldType.INSTANT),
                Field.of("end", FieldType.INSTANT),
                Field.of("boolean", FieldType.BOOLEAN)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    LayerSnapshot.Builder builder = new LayerSnapshot.Builder(definition);
    for (Feature feature : features()) {
      builder.add(feature, 1);
    }
    return builder.finish(1, Instant.EPOCH).view(Audience.PUBLIC);
  }

  private static List<Feature> features() {
    List<Feature> all = new ArrayList<>();
    all.add(place("a", "2021-04-16", "2021-04-16T10:15:59Z", "2022-04-16T10:16:06Z", true));
    all.add(place("b", "2022-04-16", "2022-04-16T10:13:19Z", "2023-04-16T10:15:10Z", false));
    all.add(place("c", "2023-04-16", "2022-04-16T10:15:10Z", "2022-04-16T10:16:06Z", true));
    for (int i = all.size(); i < PLACES; i++) {
      all.add(new Feature("none-%03d".formatted(i), null, new Object[4]));
    }
    return all;
  }

  private static Feature place(String code, String date, String start, String end, boolean truth) {
    Object[] values = {LocalDate.parse(date), Instant.parse(start), Instant.parse(end), truth};
    return new Feature(code, null, values);
  }

  private static long count(String filter, String language) {
    Map<String, List<String>> asked =
        Map.of("filter", List.of(filter), "filter-lang", List.of(language));
    LayerQuery query =
        new QueryParser(VIEW.definition(), new Systems(Bounds.EMPTY), Set.of())
            .parse(new Parameters(asked));
    return VIEW.count(query);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/cql2/annex-times.txt", delimiter = '|', quoteCharacter = '~')
  void aPredicateOfTheAnnexIsTrueOfAsManyPlacesAsItDemands(String predicate, long expected) {
    assertThat(count(predicate, "cql2-text")).isEqualTo(expected);
    assertThat(count(Cql2InJson.of(predicate), "cql2-json")).isEqualTo(expected);
  }
}
