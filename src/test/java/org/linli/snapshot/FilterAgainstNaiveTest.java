package org.linli.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.geo.Bounds;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.LayerQuery;
import org.linli.layer.Parameters;
import org.linli.layer.QueryParser;
import org.linli.layer.Systems;
import org.linli.testing.Features;
import org.linli.testing.RandomFilters;
import org.linli.testing.RandomFilters.Filter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Filters give just the features that a plain judgement of each gives, index or not. */
class FilterAgainstNaiveTest {
  private static final int ROUNDS = 25;
  private static final int FILTERS = 100;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aFilterGivesTheFeaturesOfWhichItIsTrue(long seed) {
    Random random = new Random(seed);
    RandomFilters filters = new RandomFilters(random, () -> Features.geometry(random));
    int chosen = 0;
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Feature> features = Features.many(random, 16);
      LayerView view = Features.snapshot(features).view(Audience.STAFF);
      if (round % 2 == 1) {
        view = changed(view, features, random);
      }
      for (int i = 0; i < FILTERS; i++) {
        Filter filter = filters.next();
        Map<String, List<String>> asked = new HashMap<>();
        asked.put("filter", List.of(filter.text()));
        Envelope window = random.nextInt(5) == 0 ? window(random) : null;
        if (window != null) {
          asked.put(
              "bbox",
              List.of(
                  window.getMinX()
                      + ","
                      + window.getMinY()
                      + ","
                      + window.getMaxX()
                      + ","
                      + window.getMaxY()));
        }
        LayerQuery query = parsed(asked);
        Set<String> expected = new TreeSet<>();
        for (Feature feature : features) {
          if (Boolean.TRUE.equals(filter.truth().apply(feature)) && isIn(window, feature)) {
            expected.add(feature.code());
          }
        }
        assertThat(codes(view, query))
            .as("seed %d round %d filter %s %s", seed, round, filter.text(), asked.get("bbox"))
            .isEqualTo(expected);
        if (i % 4 == 0) {
          assertThat(view.count(query)).isEqualTo(expected.size());
        }
        chosen += expected.size();
        refused += features.size() - expected.size();
      }
    }
    assertThat(chosen).isGreaterThan(ROUNDS * FILTERS);
    assertThat(refused).isGreaterThan(ROUNDS * FILTERS);
  }

  private static LayerView changed(LayerView view, List<Feature> features, Random random) {
    Set<String> removed = Set.of(features.remove(0).code(), features.remove(1).code());
    Feature again = Features.random(random, features.get(3).code());
    features.set(3, again);
    List<Feature> put = new ArrayList<>(Features.many(random, 5));
    features.addAll(put);
    put.add(again);
    return view.with(put, removed);
  }

  private static Envelope window(Random random) {
    double west = 101.38 + random.nextDouble() * 0.1;
    double south = 35.98 + random.nextDouble() * 0.1;
    return new Envelope(
        Features.at(west, south),
        Features.at(west + random.nextDouble() * 0.08, south + random.nextDouble() * 0.08));
  }

  private static boolean isIn(Envelope window, Feature feature) {
    if (window == null) {
      return true;
    }
    Geometry box = Features.FACTORY.toGeometry(window);
    return feature.shape() == null || feature.shape().intersects(box);
  }

  private static LayerQuery parsed(Map<String, List<String>> asked) {
    Systems systems = new Systems(new Bounds(101, 35, 102, 37));
    return new QueryParser(Features.DEFINITION, systems, Set.of()).parse(new Parameters(asked));
  }

  private static Set<String> codes(LayerView view, LayerQuery query) {
    Set<String> codes = new TreeSet<>();
    RowCursor rows = view.rows(query);
    while (rows.next()) {
      codes.add(rows.code());
    }
    return codes;
  }
}
