package org.linli.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.geo.Bounds;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.LayerQuery;
import org.linli.layer.LayerQuery.Equals;
import org.linli.layer.TimeInterval;
import org.linli.snapshot.LayerSnapshot.Delta;
import org.linli.testing.Features;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

class LayerSnapshotTest {
  private static final Comparator<Feature> BY_CODE =
      (a, b) ->
          Arrays.compareUnsigned(
              a.code().getBytes(StandardCharsets.UTF_8), b.code().getBytes(StandardCharsets.UTF_8));

  private static List<Feature> read(RowCursor cursor, int fields) {
    List<Feature> features = new ArrayList<>();
    while (cursor.next()) {
      Object[] values = new Object[fields];
      for (int i = 0; i < fields; i++) {
        values[i] = cursor.value(i);
      }
      Geometry geometry = cursor.block().geometries().geometry(cursor.row()).orElse(null);
      features.add(new Feature(cursor.code(), geometry, values));
    }
    return features;
  }

  private static List<Feature> staff(LayerSnapshot snapshot, LayerQuery query) {
    return read(snapshot.view(Audience.STAFF).rows(query), 7);
  }

  private static List<Feature> sorted(List<Feature> features) {
    return features.stream().sorted(BY_CODE).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 1_000})
  void whatWentInComesOutInOrderOfCode(int count) {
    List<Feature> features = Features.many(new Random(count), count);
    assertThat(staff(Features.snapshot(features), LayerQuery.ALL))
        .containsExactlyElementsOf(sorted(features));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aWindowGivesJustTheFeaturesThatTouchItAndThoseWithoutAPlace(long seed) {
    Random random = new Random(seed);
    List<Feature> features = Features.many(random, 800);
    LayerSnapshot snapshot = Features.snapshot(features);
    for (int round = 0; round < 40; round++) {
      Coordinate corner =
          Features.at(101.38 + random.nextDouble() * 0.14, 35.98 + random.nextDouble() * 0.14);
      double side = round % 4 == 0 ? 0.0005 : random.nextDouble() * 0.05;
      Coordinate far = Features.at(corner.x + side, corner.y + side);
      Geometry window = Features.FACTORY.toGeometry(new Envelope(corner, far));
      List<Feature> expected =
          sorted(features).stream()
              .filter(f -> f.shape() == null || f.shape().intersects(window))
              .toList();
      Bounds bounds = new Bounds(corner.x, corner.y, far.x, far.y);
      LayerQuery query = LayerQuery.within(bounds);
      assertThat(staff(snapshot, query))
          .as("seed %d round %d %s", seed, round, bounds)
          .containsExactlyElementsOf(expected);
      assertThat(snapshot.view(Audience.STAFF).count(query)).isEqualTo(expected.size());
    }
  }

  @Test
  void twoWindowsGiveAFeatureOnce() {
    LayerSnapshot snapshot = Features.snapshot(Features.many(new Random(9), 200));
    Bounds all = new Bounds(100, 35, 103, 38);
    LayerQuery query = new LayerQuery(List.of(all, all), Optional.empty(), List.of());
    assertThat(staff(snapshot, query)).isEqualTo(staff(snapshot, LayerQuery.within(all)));
  }

  @Test
  void conditionsOnEveryTypeFindTheirRows() {
    List<Feature> features = Features.many(new Random(11), 300);
    LayerSnapshot snapshot = Features.snapshot(features);
    List<Field> fields = Features.DEFINITION.fields();
    for (int f = 0; f < fields.size(); f++) {
      int field = f;
      Object wanted =
          features.stream().map(x -> x.value(field)).filter(v -> v != null).findAny().get();
      LayerQuery query = where(fields.get(f).name(), wanted);
      List<Feature> expected =
          sorted(features).stream().filter(x -> wanted.equals(x.value(field))).toList();
      assertThat(expected).isNotEmpty();
      assertThat(staff(snapshot, query)).as(fields.get(f).name()).isEqualTo(expected);
    }
    String code = features.get(17).code();
    assertThat(staff(snapshot, where("code", code))).containsExactly(features.get(17));
    assertThat(staff(snapshot, where("kind", "no such kind"))).isEmpty();
  }

  private static LayerQuery where(String field, Object value) {
    return new LayerQuery(List.of(), Optional.empty(), List.of(new Equals(field, value)));
  }

  @Test
  void aTimeIntervalKeepsFeaturesInItAndThoseWithoutATime() {
    List<Feature> features = Features.many(new Random(12), 300);
    Instant from = Instant.parse("2026-02-01T00:00:00Z");
    Instant to = Instant.parse("2026-03-01T00:00:00Z");
    LayerQuery query =
        new LayerQuery(List.of(), Optional.of(new TimeInterval(from, to)), List.of());
    List<Feature> expected =
        sorted(features).stream()
            .filter(
                x -> {
                  Instant at = (Instant) x.value(6);
                  return at == null || (!at.isBefore(from) && !at.isAfter(to));
                })
            .toList();
    assertThat(staff(Features.snapshot(features), query)).isEqualTo(expected);
  }

  @Test
  void pagesByCodeCoverEverythingOnce() {
    List<Feature> features = Features.many(new Random(13), 500);
    LayerView view = Features.snapshot(features).view(Audience.STAFF);
    for (LayerQuery query : List.of(LayerQuery.ALL, LayerQuery.within(Bounds.WORLD))) {
      List<String> paged = new ArrayList<>();
      RowCursor cursor = view.rows(query);
      while (cursor.next()) {
        paged.add(cursor.code());
        if (paged.size() % 7 == 0) {
          cursor = view.rowsAfter(query, cursor.code());
        }
      }
      assertThat(paged).doesNotHaveDuplicates().hasSize((int) view.count(query));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void manySmallChangesEqualALayerBuiltAnew(long seed) {
    Random random = new Random(seed);
    Map<String, Feature> truth = new HashMap<>();
    Features.many(random, 300).forEach(f -> truth.put(f.code(), f));
    LayerSnapshot snapshot = Features.snapshot(List.copyOf(truth.values()));
    LayerSnapshot compacted = null;
    List<String> since = new ArrayList<>();
    for (int change = 0; change < 60; change++) {
      List<String> codes = new ArrayList<>(truth.keySet());
      codes.sort(null);
      String code = change % 3 == 0 ? "new-" + change : codes.get(random.nextInt(codes.size()));
      Delta delta = new Delta(List.of(code));
      if (change % 3 == 2) {
        truth.remove(code);
      } else {
        truth.put(code, Features.random(random, code));
        delta.add(truth.get(code), change);
      }
      since.add(code);
      snapshot = snapshot.with(delta, change + 2, Instant.EPOCH);
      if (change == 30) {
        compacted = snapshot.compacted();
        since.clear();
      }
    }
    List<Feature> expected = sorted(List.copyOf(truth.values()));
    assertThat(staff(snapshot, LayerQuery.ALL)).as("seed %d", seed).isEqualTo(expected);
    assertThat(snapshot.view(Audience.STAFF).count()).isEqualTo(expected.size());
    LayerSnapshot rebased = snapshot.rebasedOn(compacted, Set.copyOf(since));
    assertThat(staff(rebased, LayerQuery.ALL)).as("seed %d", seed).isEqualTo(expected);
    assertThat(rebased.version()).isEqualTo(snapshot.version());
    assertThat(staff(rebased.compacted(), LayerQuery.ALL)).isEqualTo(expected);
  }

  @Test
  void aFeatureIsFoundByItsCodeAndAGoneOneIsNot() {
    List<Feature> features = Features.many(new Random(31), 50);
    String code = features.get(5).code();
    LayerSnapshot snapshot = Features.snapshot(features);
    assertThat(snapshot.view(Audience.STAFF).find(code)).isPresent();
    LayerSnapshot without = snapshot.with(new Delta(List.of(code)), 2, Instant.EPOCH);
    assertThat(without.view(Audience.STAFF).find(code)).isEmpty();
    assertThat(snapshot.view(Audience.STAFF).find(code)).as("the older snapshot stays").isPresent();
  }

  @Test
  void thePublicSeesNoHiddenFieldAndNoHiddenRow() {
    List<Feature> features = Features.many(new Random(41), 400);
    LayerView view = Features.snapshot(features).view(Audience.PUBLIC);
    assertThat(view.definition().findField("secret")).isEmpty();
    List<Feature> seen = read(view.rows(LayerQuery.ALL), 6);
    assertThat(seen)
        .extracting(Feature::code)
        .containsExactlyElementsOf(
            sorted(features).stream()
                .filter(f -> !"draft".equals(f.value(0)))
                .map(Feature::code)
                .toList());
    assertThat(seen.toString()).doesNotContain("secret");
    Feature draft = features.stream().filter(f -> "draft".equals(f.value(0))).findAny().get();
    assertThat(view.find(draft.code())).isEmpty();
    assertThat(view.count(where("kind", "draft"))).isZero();
  }

  @Test
  void aHomeIsOnlyNearItsPlaceForThePublicAndTheIndexKnowsNoBetter() {
    Coordinate home = Features.at(101.4312345, 36.0412345);
    Object[] values = {"home", null, null, null, null, null, null};
    LayerSnapshot snapshot =
        Features.snapshot(List.of(new Feature("h", Features.FACTORY.createPoint(home), values)));
    LayerView view = snapshot.view(Audience.PUBLIC);
    Geometry coarse = read(view.rows(LayerQuery.ALL), 6).get(0).shape();
    assertThat(coarse.getCoordinate().distance(home)).isGreaterThan(1e-6);
    // Half the diagonal of a cell of 100 m is 71 m, 0.0008 degrees of longitude at this latitude.
    assertThat(coarse.getCoordinate().x).isCloseTo(home.x, within(0.0008));
    assertThat(coarse.getCoordinate().y).isCloseTo(home.y, within(0.0008));
    Bounds tight = new Bounds(home.x, home.y, home.x, home.y).expandedBy(1e-6);
    assertThat(view.count(LayerQuery.within(tight))).isZero();
    assertThat(snapshot.view(Audience.STAFF).count(LayerQuery.within(tight))).isEqualTo(1);
  }

  @Test
  void homesInOneCellAreAtOnePlace() {
    Object[] values = {"home", null, null, null, null, null, null};
    List<Feature> homes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Coordinate at = Features.at(101.43 + i * 1e-6, 36.04 + i * 1e-6);
      homes.add(new Feature("h" + i, Features.FACTORY.createPoint(at), values.clone()));
    }
    List<Feature> seen =
        read(Features.snapshot(homes).view(Audience.PUBLIC).rows(LayerQuery.ALL), 6);
    assertThat(seen.stream().map(f -> f.shape().getCoordinate().toString()).distinct())
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void theExtentAndTheTimesAreThoseOfTheFeatures() {
    List<Feature> features = Features.many(new Random(51), 100);
    LayerView view = Features.snapshot(features).view(Audience.STAFF);
    Envelope expected = new Envelope();
    features.stream()
        .filter(f -> f.shape() != null)
        .forEach(f -> expected.expandToInclude(f.shape().getEnvelopeInternal()));
    assertThat(view.extent())
        .isEqualTo(
            new Bounds(
                expected.getMinX(), expected.getMinY(), expected.getMaxX(), expected.getMaxY()));
    Instant first =
        features.stream()
            .map(f -> (Instant) f.value(6))
            .filter(t -> t != null)
            .min(Comparator.naturalOrder())
            .get();
    assertThat(view.timeExtent().orElseThrow().start()).isEqualTo(first);
    assertThat(Features.snapshot(List.of()).view(Audience.STAFF).extent().isEmpty()).isTrue();
  }

  @Test
  void aHiddenRowDoesNotWidenThePublicExtent() {
    Object[] open = {"park", null, null, null, null, null, Instant.EPOCH};
    Object[] draft = {"draft", null, null, null, null, null, Instant.EPOCH.plusSeconds(9)};
    LayerSnapshot snapshot =
        Features.snapshot(
            List.of(
                new Feature("a", Features.FACTORY.createPoint(Features.at(101, 36)), open),
                new Feature("b", Features.FACTORY.createPoint(Features.at(102, 37)), draft)));
    LayerView view = snapshot.view(Audience.PUBLIC);
    assertThat(view.extent()).isEqualTo(new Bounds(101, 36, 101, 36));
    assertThat(view.timeExtent()).contains(new TimeInterval(Instant.EPOCH, Instant.EPOCH));
  }
}
