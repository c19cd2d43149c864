package org.linli.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.geo.Bounds;
import org.linli.layer.Audience;
import org.linli.layer.Expression.Sign;
import org.linli.layer.FieldType;
import org.linli.layer.LayerQuery;
import org.linli.layer.Parameters;
import org.linli.layer.QueryParser;
import org.linli.layer.Systems;
import org.linli.testing.Features;
import org.linli.testing.RandomFilters;

/** Rows that are tested in runs have the values that each has by itself. */
class RowRunTest {
  private static final int ROWS = 700;

  private static LayerView view(long seed) {
    return Features.snapshot(Features.many(new Random(seed), ROWS)).view(Audience.STAFF);
  }

  private static LayerQuery query(String filter) {
    Systems systems = new Systems(new Bounds(101, 35, 102, 37));
    return new QueryParser(Features.DEFINITION, systems, Set.of())
        .parse(new Parameters(Map.of("filter", List.of(filter))));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void aRunGivesEachRowItsOwnValue(long seed) {
    Random random = new Random(seed);
    LayerView view = view(seed);
    Block block = view.blocks().get(0);
    RandomFilters filters = new RandomFilters(random, () -> Features.geometry(random));
    for (int i = 0; i < 300; i++) {
      String text = filters.next().text();
      LayerQuery query = query(text);
      RowTest test = RowFilter.of(view.definition(), block, query);
      RowTest byRow = RowFilter.of(view.definition(), block, query);
      int first = random.nextInt(block.size());
      byte[] values = new byte[random.nextInt(block.size() - first) + 1];
      test.run(first, values.length, values);
      for (int k = 0; k < values.length; k++) {
        assertThat((int) values[k])
            .as("seed %d, %s, row %d", seed, text, first + k)
            .isEqualTo(byRow.test(first + k));
      }
    }
  }

  @Test
  void aCursorGoesThroughAllRunsAndAfterAnyPlace() {
    LayerView view = view(5);
    Block block = view.blocks().get(0);
    LayerQuery query = query("size < 60 AND kind <> 'home'");
    RowTest test = RowFilter.of(view.definition(), block, query);
    List<String> expected =
        IntStream.range(0, block.size())
            .filter(row -> test.test(row) == RowTest.TRUE)
            .mapToObj(block.codes()::get)
            .toList();
    assertThat(expected).hasSizeGreaterThan(100);
    assertThat(codes(view.rows(query))).isEqualTo(expected);
    assertThat(view.count(query)).isEqualTo(expected.size());
    assertThat(codes(view.rowsAfter(query, expected.get(90))))
        .isEqualTo(expected.subList(91, expected.size()));
  }

  private static List<String> codes(RowCursor rows) {
    List<String> codes = new ArrayList<>();
    while (rows.next()) {
      codes.add(rows.code());
    }
    return codes;
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775807",
    "-9223372036854775808",
    "2147483648",
    "-2147483649",
    "2147483647",
    "0"
  })
  void theGreatestNumbersAreComparedAsAnyOther(long constant) {
    int[] values = {Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE};
    Column.IntColumn column = new Column.IntColumn(FieldType.INTEGER, values, new BitSet());
    for (Sign sign : Sign.values()) {
      byte[] found = new byte[values.length];
      WholeRangeTest.of(column, sign, constant).run(0, found.length, found);
      for (int i = 0; i < values.length; i++) {
        assertThat((int) found[i])
            .as("%d %s %d", values[i], sign.symbol(), constant)
            .isEqualTo(RowTest.of(sign.holds(Long.compare(values[i], constant))));
      }
    }
  }

  @Test
  void realsInARunAreComparedAsEachByItself() {
    double[] numbers = {
      -Double.MAX_VALUE,
      -4.3,
      -Double.MIN_VALUE,
      -0.0,
      0.0,
      Double.MIN_VALUE,
      4.3,
      Math.nextUp(4.3),
      Double.MAX_VALUE,
      Double.NaN
    };
    Column.RealColumn column = new Column.RealColumn(numbers);
    for (Sign sign : Sign.values()) {
      for (double constant : numbers) {
        RealTest test = new RealTest(column, sign, constant);
        byte[] found = new byte[numbers.length];
        test.run(0, found.length, found);
        for (int i = 0; i < found.length && !Double.isNaN(constant); i++) {
          assertThat((int) found[i])
              .as("%s %s %s", numbers[i], sign.symbol(), constant)
              .isEqualTo(test.test(i));
        }
      }
    }
  }

  @Test
  void twoConditionsInARunJoinAsInEachRow() {
    byte[] values = {RowTest.FALSE, RowTest.UNKNOWN, RowTest.TRUE};
    int count = 1_003;
    for (boolean seldom : new boolean[] {true, false}) {
      RowTest first = swift(row -> values[seldom ? row % 13 == 0 ? 2 : 0 : row % 3]);
      RowTest second = swift(row -> values[row / 3 % 3]);
      for (RowTest joined :
          List.of(
              RowTest.all(List.of(first, second)),
              RowTest.any(List.of(first, second)),
              RowTest.any(List.of(first.negated(), second)))) {
        byte[] found = new byte[count];
        joined.run(0, count, found);
        for (int row = 0; row < count; row++) {
          assertThat((int) found[row]).as("row %d", row).isEqualTo(joined.test(row));
        }
      }
    }
  }

  private static RowTest swift(IntUnaryOperator values) {
    return new RowTest() {
      @Override
      public int test(int row) {
        return values.applyAsInt(row);
      }

      @Override
      public boolean isSwift() {
        return true;
      }
    };
  }

  @Test
  void whatIsSwiftIsAskedFirstAndTheOthersAboutWhatItLeavesOpen() {
    int[] asked = {0};
    RowTest slow =
        row -> {
          asked[0]++;
          return RowTest.TRUE;
        };
    LayerView view = view(6);
    Block block = view.blocks().get(0);
    RowTest kind = RowFilter.of(view.definition(), block, query("kind = 'park'"));
    byte[] values = new byte[ROWS];
    RowTest.all(List.of(slow, kind)).run(0, ROWS, values);
    long open = IntStream.range(0, ROWS).filter(row -> kind.test(row) != RowTest.FALSE).count();
    assertThat(open).isBetween(1L, ROWS / 2L);
    assertThat(asked[0]).isEqualTo((int) open);
  }
}
