package org.linli.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.encode.ExportFormat;
import org.linli.encode.FeatureForm;

class ApiFileTest {

  private static Map<?, ?> content(ExportFormat format) {
    Map<?, ?> filled = (Map<?, ?>) ApiFile.of(Map.of("content", "FORMAT"), format);
    return (Map<?, ?>) filled.get("content");
  }

  @ParameterizedTest
  @EnumSource(names = {"GEOJSON", "GEOJSON_LINES"})
  void bothAddressesOfGeoJsonAreDescribedWithEachFormThatTheySend(ExportFormat format) {
    List<String> forms = Stream.of(FeatureForm.values()).map(FeatureForm::mediaType).toList();
    assertThat(content(format).keySet().stream().map(Object::toString))
        .containsExactlyElementsOf(forms);
  }

  @Test
  void anotherFormatIsDescribedWithItsOwnTypeAlone() {
    assertThat(content(ExportFormat.CSV).keySet().stream().map(Object::toString))
        .containsExactly("text/csv");
  }
}
