package org.linli.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.LayerQuery;
import org.linli.layer.SortKey;
import org.linli.testing.Features;

/** Rows in an order: of any fields, page by page, in base and overlay. */
class SortedRowsTest {
  private static LayerQuery by(SortKey... keys) {
    return new LayerQuery(
        List.of(), Optional.empty(), List.of(), Optional.empty(), List.of(keys), Optional.empty());
  }

  private static List<String> codes(RowCursor rows) {
    List<String> codes = new ArrayList<>();
    while (rows.next()) {
      codes.add(rows.code());
    }
    return codes;
  }

  private static int bytes(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  /** The order as words say it: missing last, texts by their bytes, then by code. */
  private static Comparator<Feature> plain(List<SortKey> keys) {
    Comparator<Feature> order = (a, b) -> 0;
    for (SortKey key : keys) {
      order = order.thenComparing((a, b) -> compare(value(a, key), value(b, key), key));
    }
    return order.thenComparing(Feature::code, SortedRowsTest::bytes);
  }

  private static Object value(Feature feature, SortKey key) {
    return key.field().equals("code")
        ? feature.code()
        : feature.value(Features.DEFINITION.getIndex(key.field()));
  }

  private static int compare(Object left, Object right, SortKey key) {
    if (left == null || right == null) {
      return Boolean.compare(left == null, right == null);
    }
    int ascending =
        switch (left.getClass().getSimpleName()) {
          case "String" -> bytes((String) left, (String) right);
          case "Long" -> Long.compare((Long) left, (Long) right);
          case "Double" -> Double.compare((Double) left, (Double) right);
          case "Boolean" -> Boolean.compare((Boolean) left, (Boolean) right);
          case "LocalDate" -> ((LocalDate) left).compareTo((LocalDate) right);
          default -> ((Instant) left).compareTo((Instant) right);
        };
    return key.descending() ? -ascending : ascending;
  }

  private static LayerView changed(List<Feature> features, Random random) {
    LayerView view = Features.snapshot(features).view(Audience.STAFF);
    List<Feature> put = new ArrayList<>(Features.many(random, 30));
    Set<String> removed = Set.of(features.remove(4).code());
    features.addAll(put);
    return view.with(put, removed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void rowsComeInTheOrderOfTheKeysWholeAndPageByPage(long seed) {
    Random random = new Random(seed);
    List<Feature> features = Features.many(random, 200);
    LayerView view = changed(features, random);
    List<String> names = List.of("kind", "count", "size", "open", "day", "at", "code", "secret");
    for (int round = 0; round < 20; round++) {
      List<SortKey> keys = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        keys.add(new SortKey(names.get(random.nextInt(names.size())), random.nextBoolean()));
      }
      LayerQuery query = by(keys.toArray(SortKey[]::new));
      List<String> expected = features.stream().sorted(plain(keys)).map(Feature::code).toList();
      assertThat(codes(view.rows(query))).as("seed %d %s", seed, keys).isEqualTo(expected);
      assertThat(paged(view, query, 1 + random.nextInt(60)))
          .as("seed %d %s by pages", seed, keys)
          .isEqualTo(expected);
    }
  }

  private static List<String> paged(LayerView view, LayerQuery query, int limit) {
    List<String> codes = new ArrayList<>();
    Optional<String> after = Optional.empty();
    boolean more = true;
    while (more) {
      RowCursor rows = view.rows(query, after, limit);
      more = false;
      for (int i = 0; i < limit && rows.next(); i++) {
        codes.add(rows.code());
        after = Optional.of(rows.place());
        more = true;
      }
    }
    return codes;
  }

  @Test
  void aPlaceStaysWhenItsRowIsChangedOrGone() {
    List<Feature> features = Features.many(new Random(9), 50);
    LayerView before = Features.snapshot(features).view(Audience.STAFF);
    LayerQuery query = by(new SortKey("size", true), new SortKey("kind", false));
    RowCursor rows = before.rows(query);
    for (int i = 0; i < 10; i++) {
      rows.next();
    }
    List<String> all = codes(before.rows(query));
    LayerView after = before.with(List.of(), Set.of(rows.code()));
    assertThat(after.isPlace(query, rows.place())).isTrue();
    assertThat(codes(after.rowsAfter(query, rows.place()))).isEqualTo(all.subList(10, 50));
  }

  @Test
  void whatIsNoPlaceIsKnownForIt() {
    LayerView view = Features.snapshot(Features.many(new Random(9), 5)).view(Audience.STAFF);
    LayerQuery query = by(new SortKey("size", true), new SortKey("kind", false));
    for (String forged : List.of("", "h-001", "AA h-001", "!! h", "Ag__ h", "CQ h", "AQ h")) {
      assertThat(view.isPlace(query, forged)).as(forged).isFalse();
    }
    assertThat(view.isPlace(LayerQuery.ALL, "h-001")).isTrue();
  }

  @Test
  void longTextsAreToldApartByTheirFirstBytesThenByCode() {
    String start = "楼".repeat(66) + "ab";
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Object[] values = {start + (9 - i), 1L, "s", 1.0, true, null, null};
      features.add(new Feature("f" + i, null, values));
    }
    LayerView view = Features.snapshot(features).view(Audience.STAFF);
    LayerQuery query = by(new SortKey("kind", false));
    assertThat(codes(view.rows(query))).containsExactly("f0", "f1", "f2", "f3", "f4", "f5");
    assertThat(paged(view, query, 2)).isEqualTo(codes(view.rows(query)));
  }

  @Test
  void aViewWithFewerFieldsIsSortedAndFilteredByAnyField() {
    LayerView view = Features.snapshot(Features.many(new Random(9), 50)).view(Audience.STAFF);
    LayerQuery all = by(new SortKey("size", true));
    LayerQuery narrow =
        new LayerQuery(
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            all.sort(),
            Optional.of(List.of("open", "kind")));
    LayerView shown = view.showing(narrow);
    assertThat(shown.definition().fields()).extracting("name").containsExactly("open", "kind");
    assertThat(codes(shown.rows(narrow))).isEqualTo(codes(view.rows(all)));
    RowCursor rows = shown.rows(narrow);
    RowCursor whole = view.rows(all);
    while (rows.next() && whole.next()) {
      assertThat(rows.value(1)).isEqualTo(whole.value(0));
      assertThat(rows.value(0)).isEqualTo(whole.value(4));
    }
    assertThat(paged(shown, narrow, 7)).isEqualTo(codes(view.rows(all)));
  }
}
