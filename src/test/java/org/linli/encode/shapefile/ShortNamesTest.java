package org.linli.encode.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortNamesTest {
  @Test
  void aNameThatFitsStaysAndALongOneIsCutBetweenCharacters() {
    assertThat(ShortNames.of(List.of("floors", "楼栋层数", "community_code", "ཐོག་རྩེག")))
        .containsExactly("floors", "楼栋层", "community_", "ཐོག");
  }

  @Test
  void namesThatBecomeAlikeAreNumbered() {
    assertThat(ShortNames.of(List.of("楼栋层数一", "楼栋层数二", "COMMUNITY_CODE", "community_name")))
        .containsExactly("楼栋层", "楼栋_2", "COMMUNITY_", "communit_2");
  }

  @Test
  void aNameThatFitsIsNotTakenByOneThatIsCut() {
    assertThat(ShortNames.of(List.of("community_code", "COMMUNITY_")))
        .containsExactly("communit_2", "COMMUNITY_");
  }

  @Test
  void aThousandNamesAlikeAllFitAndDiffer() {
    List<String> names = IntStream.range(0, 1_000).mapToObj(i -> "一二三四五六七" + i).toList();
    List<String> shortened = ShortNames.of(names);
    assertThat(shortened)
        .allMatch(name -> name.getBytes(StandardCharsets.UTF_8).length <= ShortNames.MOST_BYTES);
    assertThat(new HashSet<>(shortened.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList()))
        .hasSize(1_000);
    assertThat(ShortNames.of(names)).isEqualTo(shortened);
  }
}
