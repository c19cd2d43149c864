package org.linli.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.layer.Audience;
import org.linli.layer.Expression;
import org.linli.layer.Feature;
import org.linli.testing.Features;
import org.locationtech.jts.geom.Coordinate;

/** How much work a filter makes, by counts. */
class FilterWorkTest {
  private static final String[] KINDS = {"park", "home", "花园"};

  private static LayerView view(int rows) {
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      Object[] values = {KINDS[i % 3], (long) i, "s", i / 4.0, true, null, null};
      Coordinate place = Features.at(101.4 + i % 100 * 1e-3, 36 + i / 100 * 1e-3);
      features.add(new Feature("f-%05d".formatted(i), Features.FACTORY.createPoint(place), values));
    }
    return Features.snapshot(features).view(Audience.STAFF);
  }

  @Test
  void aListOfTenThousandIsLookedUpOnceForEachDifferentText() {
    LayerView view = view(3_000);
    Block block = view.blocks().get(0);
    List<Expression> list =
        IntStream.range(0, 10_000)
            .<Expression>mapToObj(i -> new Expression.Text("k" + i))
            .collect(Collectors.toList());
    list.add(new Expression.Text("home"));
    int[] asked = {0};
    Column.TextColumn kinds = (Column.TextColumn) block.column(0);
    TextOperand kind = new TextOperand.FieldText(kinds, counting(asked));
    RowTest test =
        kind.test(
            list.stream().map(e -> ((Expression.Text) e).value()).collect(Collectors.toSet())
                ::contains);
    long found =
        IntStream.range(0, block.size()).filter(row -> test.test(row) == RowTest.TRUE).count();
    assertThat(found).isEqualTo(1_000);
    assertThat(asked[0]).isEqualTo(KINDS.length);
    assertThat(((DictionaryTest) test).workedOut()).isEqualTo(KINDS.length);
    Expression in = new Expression.In(new Expression.Property("kind"), list);
    RowTest whole = FilterTest.of(view.definition(), block, in);
    assertThat(IntStream.range(0, 3_000).filter(r -> whole.test(r) == RowTest.TRUE)).hasSize(1_000);
  }

  private static java.util.function.UnaryOperator<String> counting(int[] asked) {
    return text -> {
      asked[0]++;
      return text;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "%a%a%a%a%a%a%a%a%b,a,2000",
    "%%%%%%%%%%%%%%%%b,a,5000",
    "%_%_%_%_%_%_%_b,a,2000",
    "%aaaaaaaaaaaaaaaaaaab,a,3000",
  })
  void aPatternTakesNoMoreStepsThanTextTimesPattern(String pattern, String letter, int length) {
    String text = letter.repeat(length);
    LikePattern like = new LikePattern(pattern);
    assertThat(like.matches(text)).isFalse();
    assertThat(-like.steps(text)).isBetween(1, (text.length() + 1) * (pattern.length() + 1));
  }

  @ParameterizedTest
  @CsvSource({"阳光%,阳光", "阳_号,阳", "%楼,''", "_a,''", "a\\%b%,a%b", "𠀀x,𠀀x", "'',''"})
  void whatAPatternBeginsWithIsThatOfEveryTextItMatches(String pattern, String beginning) {
    assertThat(new LikePattern(pattern).beginning()).isEqualTo(PackedText.utf8(beginning));
  }

  @Test
  void textsThatBeginOtherwiseAreNotRead() {
    PackedText.Builder texts = new PackedText.Builder();
    texts.add("阳");
    texts.add("阳光里");
    texts.add("里阳光");
    PackedText packed = texts.finish();
    byte[] beginning = new LikePattern("阳光%").beginning();
    assertThat(packed.startsWith(0, beginning)).isFalse();
    assertThat(packed.startsWith(1, beginning)).isTrue();
    assertThat(packed.startsWith(2, beginning)).isFalse();
    assertThat(packed.startsWith(2, new byte[0])).isTrue();
  }

  @Test
  void aSpatialConditionAsksTheIndexFirst() {
    LayerView view = view(5_000);
    Expression box =
        new Expression.Spatial(
            org.linli.layer.SpatialRelation.WITHIN,
            new Expression.Property("geometry"),
            new Expression.Place(
                Features.FACTORY.toGeometry(
                    new org.locationtech.jts.geom.Envelope(101.3995, 101.4045, 35.9995, 36.0025))));
    Expression expensive =
        new Expression.Comparison(
            Expression.Sign.AT_LEAST, new Expression.Property("count"), new Expression.Whole(0));
    Expression both = new Expression.And(List.of(expensive, box));
    Block block = view.blocks().get(0);
    int[] asked = {0};
    RowTest test = FilterTest.of(view.definition(), block, both);
    BlockCursor cursor =
        new BlockCursor(
            block,
            row -> {
              asked[0]++;
              return test.test(row);
            },
            List.of(),
            FilterReach.of(both));
    assertThat(cursor.countAll()).isEqualTo(15);
    assertThat(asked[0]).isEqualTo(15);
  }

  @Test
  void whatMayBeAnywhereHasNoReach() {
    Expression inside =
        new Expression.Spatial(
            org.linli.layer.SpatialRelation.INTERSECTS,
            new Expression.Property("geometry"),
            new Expression.Place(Features.FACTORY.createPoint(Features.at(101, 36))));
    Expression floors =
        new Expression.Comparison(
            Expression.Sign.EQUAL, new Expression.Property("count"), new Expression.Whole(0));
    assertThat(FilterReach.of(new Expression.And(List.of(floors, inside)))).isPresent();
    assertThat(FilterReach.of(new Expression.Or(List.of(floors, inside)))).isEmpty();
    assertThat(FilterReach.of(new Expression.Or(List.of(inside, inside)))).isPresent();
    assertThat(FilterReach.of(new Expression.Not(inside))).isEmpty();
  }
}
