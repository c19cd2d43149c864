package org.linli.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.InvalidParameterException;

class AnalysisDefinitionsTest {
  private static final String NOW = "2026-06-15T18:00:00+08:00";
  private final AnalysisDefinition patrol = AnalysisDefinitions.get("patrol");

  static Stream<AnalysisDefinition> all() {
    return AnalysisDefinitions.list().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyRoleIsPlayedByABuiltInLayerUnlessAnotherIsNamed(AnalysisDefinition analysis) {
    assertThat(analysis.roles()).isNotEmpty();
    assertThat(analysis.roles())
        .allSatisfy(role -> assertThat(BuiltInLayers.find(role.standard())).isPresent());
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyStandardAndEveryPresetIsAValueOfItsParameter(AnalysisDefinition analysis) {
    for (Parameter parameter : analysis.parameters()) {
      Stream.concat(parameter.standard().stream(), parameter.presets().stream())
          .forEach(
              text ->
                  assertThat(
                          analysis.values(
                              Map.of("asOf", NOW, parameter.name(), text), Audience.PUBLIC))
                      .as("%s=%s", parameter.name(), text)
                      .isNotNull());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void noNameIsUsedTwice(AnalysisDefinition analysis) {
    assertThat(
            Stream.concat(
                analysis.parameters().stream().map(Parameter::name),
                analysis.roles().stream().map(LayerRole::name)))
        .doesNotHaveDuplicates();
    assertThat(
            Stream.concat(
                analysis.metrics().stream().map(MetricDefinition::id),
                analysis.series().stream().map(SeriesDefinition::id)))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsNotGivenIsStandard() {
    ParameterValues values = patrol.values(Map.of("asOf", NOW), Audience.STAFF);
    assertThat(values.asOf()).isEqualTo(Instant.parse("2026-06-15T10:00:00Z"));
    assertThat(values.number("reach")).isEqualTo(25);
    assertThat(values.whole("zoneMin")).isEqualTo(3);
    assertThat(values.findNumber("window")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "reach, 0.99, a number, 1 – 500 m",
    "reach, 500.01, a number, 1 – 500 m",
    "reach, NaN, a number, 1 – 500 m",
    "reach, Infinity, a number, 1 – 500 m",
    "reach, 0x1p4, a number, 1 – 500 m",
    "reach, 25d, a number, 1 – 500 m",
    "zoneMin, 2.5, a whole number, 1 – 100",
    "duty, nightly, daily_patrol | monthly_visit, daily_patrol | monthly_visit",
    "asOf, yesterday, a time from 1900, 2026-06-01T09:00:00+08:00",
    "asOf, 1899-12-31T23:59:59Z, a time from 1900, 2026-06-01T09:00:00+08:00",
  })
  void aValueOutOfRangeIsRefusedWithItsNameAndWhatIsAllowed(
      String name, String value, String kind, String allowed) {
    Map<String, String> given =
        name.equals("asOf") ? Map.of(name, value) : Map.of("asOf", NOW, name, value);
    assertThatThrownBy(() -> patrol.values(given, Audience.STAFF))
        .isInstanceOfSatisfying(
            InvalidParameterException.class,
            refused -> {
              assertThat(refused.parameter()).isEqualTo(name);
              assertThat(refused.detail().en()).contains("«" + value + "»", kind, allowed);
              assertThat(refused.detail().zh()).contains(name).isNotEqualTo(refused.detail().en());
              assertThat(refused.detail().bo()).contains(name).isNotEqualTo(refused.detail().zh());
            });
  }

  @Test
  void anUnknownParameterIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> patrol.values(Map.of("asOf", NOW, "raech", "25"), Audience.STAFF))
        .isInstanceOfSatisfying(
            InvalidParameterException.class,
            refused -> {
              assertThat(refused.parameter()).isEqualTo("raech");
              assertThat(refused.allowed()).contains("reach", "window");
            });
  }

  @Test
  void aRequiredParameterMustBeGiven() {
    assertThatThrownBy(() -> patrol.values(Map.of(), Audience.STAFF))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("asOf");
  }

  @Test
  void thePublicChoosesRadiiAndWindowsFromPresetsOnly() {
    assertThat(patrol.values(Map.of("asOf", NOW, "window", "90"), Audience.PUBLIC)).isNotNull();
    assertThat(patrol.values(Map.of("asOf", NOW, "window", "91"), Audience.STAFF)).isNotNull();
    assertThatThrownBy(() -> patrol.values(Map.of("asOf", NOW, "window", "91"), Audience.PUBLIC))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("7 | 30 | 90 | 365");
    assertThatThrownBy(() -> patrol.values(Map.of("asOf", NOW, "reach", "26"), Audience.PUBLIC))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("25");
  }
}
