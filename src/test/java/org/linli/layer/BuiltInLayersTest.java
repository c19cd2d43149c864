package org.linli.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInLayersTest {

  static Stream<LayerDefinition> definitions() {
    return BuiltInLayers.list().stream();
  }

  private static InputStream yaml(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void aDefinitionSurvivesItsJson(LayerDefinition definition) {
    assertThat(DefinitionCodec.fromJson(DefinitionCodec.toJson(definition))).isEqualTo(definition);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void everyNameIsInThreeLanguages(LayerDefinition definition) {
    Stream<LocalText> titles =
        Stream.concat(
            Stream.of(definition.title(), definition.description()),
            definition.fields().stream()
                .flatMap(
                    f -> Stream.concat(Stream.of(f.title()), f.codes().stream().map(Code::title))));
    assertThat(titles)
        .allSatisfy(
            title -> {
              assertThat(title.zh()).isNotBlank();
              assertThat(title.en()).isNotBlank().matches("\\P{IsHan}*");
              assertThat(title.bo()).containsPattern("\\p{IsTibetan}");
            });
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void whatADefinitionRefersToIsThere(LayerDefinition definition) {
    definition.nameField().ifPresent(name -> assertThat(definition.findField(name)).isPresent());
    definition
        .styleField()
        .ifPresent(
            name -> assertThat(definition.findField(name).orElseThrow().codes()).isNotEmpty());
    definition
        .hiddenRows()
        .ifPresent(rule -> assertThat(definition.findField(rule.field())).isPresent());
    definition
        .coarsening()
        .ifPresent(c -> assertThat(definition.findField(c.when().field())).isPresent());
    definition
        .time()
        .ifPresent(
            time ->
                assertThat(definition.findField(time.start()).orElseThrow().type())
                    .isIn(FieldType.INSTANT, FieldType.DATE));
  }

  /** The cost of a project is public; what one giver gave must not follow from it. */
  @Test
  void whoPaidForAProjectIsNoPublicField() {
    LayerDefinition projects = BuiltInLayers.find("projects").orElseThrow();
    assertThat(projects.fields())
        .filteredOn(field -> field.name().startsWith("funding_"))
        .hasSize(5)
        .allMatch(field -> field.visibility() == Audience.STAFF);
  }

  @Test
  void peopleInABuildingAndTheMovesOfPatrolsAreForStaff() {
    LayerDefinition buildings = BuiltInLayers.find("buildings").orElseThrow();
    assertThat(buildings.asSeenBy(Audience.PUBLIC).fields())
        .extracting(Field::name)
        .contains("name", "floors", "source", "updated_at")
        .doesNotContain("residents", "households");
    Set<String> staffLayers = Set.of("patrols", "visits", "hazard_events");
    assertThat(BuiltInLayers.list())
        .filteredOn(d -> d.audience() == Audience.STAFF)
        .extracting(LayerDefinition::id)
        .containsExactlyInAnyOrderElementsOf(staffLayers);
  }

  @Test
  void anotherLicenceChangesNothingElse() {
    LayerDefinition hazards = BuiltInLayers.find("hazards").orElseThrow();
    LayerDefinition other = hazards.withLicence("ODbL-1.0");
    assertThat(other.licence()).contains("ODbL-1.0");
    assertThat(other.withLicence(hazards.licence().orElseThrow())).isEqualTo(hazards);
  }

  @Test
  void aBrokenDefinitionSaysWhichPart() {
    assertThatThrownBy(() -> DefinitionCodec.fromYaml(yaml("titles: {zh: 甲}")))
        .hasMessageContaining("«id» is missing");
    assertThatThrownBy(() -> DefinitionCodec.fromYaml(yaml("id: x\ngeometry: circle")))
        .hasMessageContaining("«circle»")
        .hasMessageContaining("polygon");
    assertThatThrownBy(() -> DefinitionCodec.fromYaml(yaml("id: x\nid: y")))
        .hasMessageContaining("id");
    assertThatThrownBy(() -> DefinitionCodec.fromYaml(yaml("id: Bad-Id")))
        .hasMessageContaining("«Bad-Id»");
    assertThatThrownBy(
            () -> DefinitionCodec.fromYaml(yaml("id: x\nfields: [{name: a}, {name: A}]")))
        .hasMessageContaining("two fields of one name");
  }
}
