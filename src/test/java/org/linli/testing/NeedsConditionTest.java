package org.linli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeedsConditionTest {

  @Test
  void aSkippedTestNamesItsToolAndTheCure() {
    assertThat(NeedsCondition.neededIn("needs " + Tool.GDAL)).contains("GDAL (install gdal-bin)");
    assertThat(NeedsCondition.neededIn("for another reason")).isEmpty();
  }

  @Test
  void onlyWhatCannotBeInstalledMayBeMissingFromAFullRun() {
    assertThat(Tool.values())
        .filteredOn(tool -> !tool.isInstallable())
        .containsOnly(Tool.REAL_DATA);
  }
}
