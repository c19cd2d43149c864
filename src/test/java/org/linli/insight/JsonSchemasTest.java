package org.linli.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas that the portal publishes, before a validator of JSON Schema 2020-12: they are
 * schemas, and what the portal answers keeps to them.
 */
@SpringBootTest(
    classes = {TestPortal.class, PatrolledTown.class},
    webEnvironment = WebEnvironment.RANDOM_PORT)
class JsonSchemasTest {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  private JsonNode ask(String address) {
    Answer answer =
        address.startsWith("/staff") ? browser.getAsStaff(address) : browser.get(address);
    assertThat(answer.status()).as(address + "\n" + answer.text()).isEqualTo(200);
    return answer.json();
  }

  private List<String> collections(String root) {
    return ask(root + "/ogc/collections?f=json")
        .path("collections")
        .valueStream()
        .map(one -> root + "/ogc/collections/" + one.path("id").asString())
        .toList();
  }

  /** A published schema, once it was found to be one. */
  private Schema schema(String where, JsonNode schema) {
    assertThat(schema.path("$schema").asString()).as(where).isEqualTo(DIALECT);
    List<Error> faults = registry.getSchema(SchemaLocation.of(DIALECT)).validate(schema);
    assertThat(faults).as(where).isEmpty();
    return registry.getSchema(schema);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/staff"})
  void whatDescribesACollectionIsASchema(String root) {
    List<String> collections = collections(root);
    assertThat(collections).isNotEmpty();
    for (String collection : collections) {
      for (String kind : List.of("schema", "queryables", "sortables")) {
        String address = collection + "/" + kind;
        JsonNode schema = ask(address);
        assertThat(schema.path("$id").asString()).endsWith(address);
        schema(address, schema);
      }
    }
  }

  /** The id and the geometry as the properties that they are in the schema, which knows no null. */
  private static ObjectNode logical(JsonNode schema, JsonNode feature) {
    ObjectNode flat = JSON.createObjectNode();
    for (String name : List.copyOf(schema.path("properties").propertyNames())) {
      String role = schema.path("properties").path(name).path("x-ogc-role").asString("");
      if (role.equals("id")) {
        flat.set(name, feature.path("id"));
      } else if (role.equals("primary-geometry") && !feature.path("geometry").isNull()) {
        flat.set(name, feature.path("geometry"));
      }
    }
    feature
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (!property.getValue().isNull()) {
                flat.set(property.getKey(), property.getValue());
              }
            });
    return flat;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/staff"})
  void everyFeatureKeepsToTheSchemaOfItsCollection(String root) {
    int features = 0;
    for (String collection : collections(root)) {
      JsonNode described = ask(collection + "/schema");
      Schema schema = schema(collection, described);
      for (JsonNode feature : ask(collection + "/items?f=json&limit=1000").path("features")) {
        ObjectNode logical = logical(described, feature);
        assertThat(schema.validate(logical)).as(collection + "\n" + feature).isEmpty();
        logical.put("of_nobody", 1);
        assertThat(schema.validate(logical)).as("a field that there is not").isNotEmpty();
        features++;
      }
    }
    assertThat(features).isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/staff"})
  void theParametersOfAnAnalysisAreASchemaThatTakesWhatIsStandardAndNothingBeyondTheRange(
      String root) {
    for (JsonNode analysis : ask(root + "/api/analyses").path("analyses")) {
      String id = analysis.path("id").asString();
      JsonNode described = analysis.path("parameters");
      Schema schema = schema(id, described);
      ObjectNode standard = JSON.createObjectNode();
      List<String> ranged = new ArrayList<>();
      described
          .path("properties")
          .properties()
          .forEach(
              parameter -> {
                if (parameter.getValue().has("default")) {
                  standard.set(parameter.getKey(), parameter.getValue().path("default"));
                }
                if (parameter.getValue().has("maximum")) {
                  ranged.add(parameter.getKey());
                }
              });
      assertThat(standard.isEmpty()).as(id).isFalse();
      assertThat(schema.validate(standard)).as(id).isEmpty();
      for (String name : ranged) {
        JsonNode parameter = described.path("properties").path(name);
        requireRefused(schema, standard, name, parameter.path("maximum").asDouble() + 1);
        requireRefused(schema, standard, name, parameter.path("minimum").asDouble() - 1);
      }
    }
  }

  private static void requireRefused(
      Schema schema, ObjectNode standard, String name, double number) {
    ObjectNode beyond = standard.deepCopy();
    beyond.put(name, number);
    assertThat(schema.validate(beyond)).as(name + " = " + number).isNotEmpty();
  }

  @Test
  void theValidatorTellsASchemaFromWhatIsNone() {
    JsonNode none = JSON.readTree("{\"type\":\"word\",\"minimum\":\"1\"}");
    assertThat(registry.getSchema(SchemaLocation.of(DIALECT)).validate(none)).isNotEmpty();
  }
}
