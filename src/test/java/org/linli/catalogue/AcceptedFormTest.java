package org.linli.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.encode.FeatureForm.COLLECTION;
import static org.linli.encode.FeatureForm.LINES;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.encode.FeatureForm;

class AcceptedFormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/x-ndjson | LINES",
        "application/geo+json-seq | SEQUENCE",
        "application/geo+json | COLLECTION",
        "*/* | COLLECTION",
        "application/* | COLLECTION",
        "application/x-ndjson, */*;q=0.1 | LINES",
        "application/x-ndjson;q=0.5, application/geo+json-seq | SEQUENCE",
        "application/x-ndjson;q=0.5, */* | COLLECTION",
        "application/x-ndjson;q=0 | COLLECTION",
        "text/html, application/x-ndjson;q=0.2 | COLLECTION",
        "text/csv, application/x-ndjson | LINES",
        "no media type at all | COLLECTION",
      })
  void theFormThatIsLikedBestIsSent(String accept, FeatureForm expected) {
    assertThat(AcceptedForm.of(accept, COLLECTION)).isEqualTo(expected);
  }

  @Test
  void whoDoesNotMindGetsTheUsualForm() {
    assertThat(AcceptedForm.of("*/*", LINES)).isEqualTo(LINES);
    assertThat(AcceptedForm.of("", LINES)).isEqualTo(LINES);
    assertThat(AcceptedForm.of("text/html", LINES)).isEqualTo(LINES);
    assertThat(AcceptedForm.of("application/geo+json", LINES)).isEqualTo(COLLECTION);
  }
}
