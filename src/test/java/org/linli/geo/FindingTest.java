package org.linli.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingTest {

  @Test
  void theMessageIsTheTemplateWithItsArgumentsAndBothAreKept() {
    Finding finding = Finding.of("k", "{a} is not {b}.", "a", 13211199.88325532, "b", "c");
    assertThat(finding.message()).isEqualTo("13211199.8832553 is not c.");
    assertThat(finding.arguments()).containsEntry("a", "13211199.8832553").containsEntry("b", "c");
    assertThat(finding.cure()).isEmpty();
    assertThat(finding.withCure("do").cure()).contains("do");
  }

  @Test
  void numbersAreWrittenPlainly() {
    assertThat(PlainNumber.of(91)).isEqualTo("91");
    assertThat(PlainNumber.of(-0.0)).isEqualTo("0");
    assertThat(PlainNumber.of(0.0005)).isEqualTo("0.0005");
    assertThat(PlainNumber.of(39_512_345)).isEqualTo("39512345");
    assertThat(PlainNumber.of(1e300)).isEqualTo("1.0E300");
    assertThat(PlainNumber.of(Double.NaN)).isEqualTo("NaN");
  }
}
