package org.linli.analysis.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.DerivedLayer;
import org.linli.analysis.GridTown;
import org.linli.analysis.patrol.PatrolAnalysis;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.locationtech.jts.geom.Geometry;

/**
 * Somebody asks for the public map of nearly the same homes again and again: with another layer of
 * more homes, and as of other days. What two answers have in common must not tell of fewer people
 * or buildings than one of them may.
 */
class PublicSquaresAttackTest {
  private static final PatrolAnalysis ANALYSIS = new PatrolAnalysis();

  /** A hundred homes in 1 km²; half were seen in June, on a day of their own. */
  private static GridTown homes(long seed) {
    Random random = new Random(seed);
    GridTown town = new GridTown().layer("visits");
    for (int i = 0; i < 100; i++) {
      String code = "H%03d".formatted(i);
      town.home(code, 1000 * random.nextDouble(), 1000 * random.nextDouble(), 5 + i % 20);
      if (random.nextBoolean()) {
        town.seen(code, "06-%02d 12:00".formatted(1 + random.nextInt(9)));
      }
    }
    return town;
  }

  private static AnalysisResult whole(GridTown town, String day) {
    Map<String, String> given = Map.of("asOf", day + "T00:00:00+08:00");
    return ANALYSIS.result(
        town.inputs(), ANALYSIS.definition().values(given, Audience.STAFF), Cancellation.NONE);
  }

  private static DerivedLayer map(AnalysisResult result) {
    return result.getLayer("coverage_map");
  }

  private static double number(DerivedLayer map, Feature square, String field) {
    return ((Number) square.value(map.definition().getIndex(field))).doubleValue();
  }

  /** The answers of one attack: more homes elsewhere move the middle of the layer. */
  private static List<AnalysisResult> answers(long seed) {
    List<AnalysisResult> answers = new ArrayList<>();
    answers.add(whole(homes(seed), "2026-06-08"));
    answers.add(whole(homes(seed), "2026-06-07"));
    double[][] elsewhere = {{-37, -53}, {5_000, 13}, {-911, 4_003}, {20_077, -15_031}};
    for (int i = 0; i < elsewhere.length; i++) {
      GridTown more = homes(seed);
      more.home("X", elsewhere[i][0] - 3_000, elsewhere[i][1] - 3_000, 12);
      answers.add(whole(more, "2026-06-08"));
    }
    return answers;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noTwoMapsHaveSquaresThatOverlapInPart(long seed) {
    Map<String, Geometry> squares = new HashMap<>();
    for (AnalysisResult answer : answers(seed)) {
      for (Feature square : map(answer).list()) {
        Geometry before = squares.putIfAbsent(square.code(), square.shape());
        assertThat(before == null || before.equalsExact(square.shape()))
            .as("seed %d, %s", seed, square.code())
            .isTrue();
      }
    }
    List<Geometry> all = List.copyOf(squares.values());
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        // Corners are on the grid of a centimetre, so that neighbours may share a hair.
        assertThat(all.get(i).intersection(all.get(j)).getArea())
            .as("seed %d, %s and %s", seed, all.get(i), all.get(j))
            .isLessThan(all.get(i).getArea() / 1_000);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theSameSquareIsOfTheSameHomesInEveryMapSoThatTheDifferenceIsOfNone(long seed) {
    Map<String, Double> buildings = new HashMap<>();
    Map<String, Double> people = new HashMap<>();
    int told = 0;
    for (AnalysisResult answer : answers(seed)) {
      DerivedLayer whole = map(answer);
      for (Feature square : whole.list()) {
        double homes = number(whole, square, "buildings");
        double residents = number(whole, square, "residents");
        String as = "seed %d, %s".formatted(seed, square.code());
        assertThat(homes).as(as).isEqualTo(buildings.computeIfAbsent(square.code(), c -> homes));
        assertThat(residents)
            .as(as)
            .isEqualTo(people.computeIfAbsent(square.code(), c -> residents));
      }
      DerivedLayer published = map(Publication.of(answer));
      for (Feature square : published.list()) {
        Object share = square.value(published.definition().getIndex("coverage"));
        told += share == null ? 0 : 1;
        if (share != null) {
          assertThat(buildings.get(square.code())).isGreaterThanOrEqualTo(3);
          assertThat(people.get(square.code())).isGreaterThanOrEqualTo(10);
        }
      }
    }
    assertThat(told).as("seed %d", seed).isGreaterThan(20);
  }
}
