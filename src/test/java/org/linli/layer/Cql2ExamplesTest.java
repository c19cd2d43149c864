package org.linli.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.RandomFilters;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The examples that the standard publishes (OGC 21-065r2, schema/examples), all of them: in text
 * (line breaks made spaces) and in JSON, by their names there. None is left out. Those with
 * functions and arrays are read as well, and refused where they would be evaluated.
 */
class Cql2ExamplesTest {
  private static Map<String, String> examples(String file) throws IOException {
    Map<String, String> examples = new LinkedHashMap<>();
    try (InputStream in = Cql2ExamplesTest.class.getResourceAsStream("/cql2/" + file)) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        examples.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1));
      }
    }
    return examples;
  }

  static Stream<String> names() throws IOException {
    return examples("texts.txt").keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void textAndJsonOfAnExampleAreOneTree(String name) throws IOException {
    String text = examples("texts.txt").get(name);
    String json = examples("jsons.txt").get(name.replaceFirst("-alt\\d+", ""));
    Expression tree = FilterParser.tree(text, false);
    assertThat(tree).isEqualTo(FilterParser.tree(json, true));
    assertThat(FilterParser.tree(Cql2JsonWriter.write(tree), true)).isEqualTo(tree);
  }

  @Test
  void noExampleOfEitherEncodingIsLeftWithoutTheOther() throws IOException {
    assertThat(names().map(name -> name.replaceFirst("-alt\\d+", "")).distinct())
        .hasSize(109)
        .containsExactlyInAnyOrderElementsOf(examples("jsons.txt").keySet());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomFiltersGoFromTextToJsonAndBack(long seed) {
    Random random = new Random(seed);
    GeometryFactory factory = new GeometryFactory();
    RandomFilters filters =
        new RandomFilters(
            random,
            () -> factory.createPoint(new Coordinate(101 + random.nextDouble(), 36)).buffer(.001));
    for (int i = 0; i < 1_000; i++) {
      String text = filters.next().text();
      Expression tree = FilterParser.tree(text, false);
      String json = Cql2JsonWriter.write(tree);
      assertThat(FilterParser.tree(json, true)).as("seed %d %s", seed, text).isEqualTo(tree);
    }
  }
}
