package org.linli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {
  @ParameterizedTest
  @CsvSource({
    "Ｂ１２ 栋, b12, 0",
    "ＡＺａｚ～, az, 0",
    "École, école, 0",
    "7×9, 7×9, 0",
    "3号楼, 楼, 4",
    "ཁང་པ་, ཁང, 0",
    "abc, abcd, -1",
    "ab, b, 1"
  })
  void oneTextIsFoundInAnother(String text, String wanted, int at) {
    assertThat(FoldedText.of(text).indexOf(FoldedText.of(wanted))).isEqualTo(at);
  }
}
