package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.ingest.source.IssueKind;

/** What a person says of all rows of a file at once: a field's value, the licence. */
class ImportConstantsTest {
  private static final byte[] HAZARDS =
      """
      code,kind,severity,lon,lat
      H1,overhead_wires,,101.43,36.04
      H2,,high,101.44,36.05
      """
          .getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Trial trial;

  @BeforeEach
  void begin() {
    trial = new Trial(folder).as("hazards");
  }

  @Test
  void aConstantFillsOnlyTheRowsThatHaveNoValueOfTheirOwn() {
    ImportReport report =
        trial.set("kind", "blocked_fire_access").set("severity", "low").of("h.csv", HAZARDS);

    assertThat(report.isApplied()).isTrue();
    assertThat(trial.values("kind")).containsExactly("overhead_wires", "blocked_fire_access");
    assertThat(trial.values("severity")).containsExactly("low", "high");
  }

  @Test
  void aConstantOutsideTheFieldsCodesIsRefusedWithTheCodes() {
    ImportReport report = trial.set("kind", "dragons").of("h.csv", HAZARDS);

    assertThat(Trial.assertRefused(report, IssueKind.BAD_CONSTANT).cure(Locale.ENGLISH))
        .contains("overhead_wires");
  }

  @Test
  void aConstantOfNoFieldIsRefusedWithTheFields() {
    ImportReport report = trial.set("colour", "red").of("h.csv", HAZARDS);

    assertThat(Trial.assertRefused(report, IssueKind.NO_SUCH_FIELD).message(Locale.ENGLISH))
        .contains("severity");
  }

  @Test
  void aNewLayerIsUnderTheLicenceThatIsNamed() {
    trial.licence("ODbL-1.0").of("h.csv", HAZARDS);

    assertThat(trial.definition().licence()).contains("ODbL-1.0");
  }

  @Test
  void whatIsNoLicenceIdentifierIsRefused() {
    ImportReport report = trial.licence("free for all").of("h.csv", HAZARDS);

    Trial.assertRefused(report, IssueKind.BAD_LICENCE);
  }

  @Test
  void aLayerThatIsThereKeepsItsLicence() {
    trial.licence("CC0-1.0").of("h.csv", HAZARDS);

    ImportReport second = trial.replacing().licence("ODbL-1.0").of("h.csv", HAZARDS);

    Trial.assertRefused(second, IssueKind.LICENCE_IS_SET);
    assertThat(trial.definition().licence()).contains("CC0-1.0");
  }
}
