package org.linli.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.geo.Bounds;

/** What is no filter is refused with the place, what stood there and what could; and how much. */
class Cql2FaultsTest {
  private static final LayerDefinition LAYER =
      new LayerDefinition(
          "houses",
          LocalText.same("houses"),
          LocalText.same(""),
          GeometryType.POLYGON,
          Audience.PUBLIC,
          List.of(
              Field.of("name", FieldType.TEXT),
              Field.of("floors", FieldType.INTEGER),
              Field.of("empty", FieldType.BOOLEAN),
              Field.of("built_on", FieldType.DATE),
              Field.of("odd \"name\"", FieldType.TEXT)),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static Optional<Expression> parsed(String language, String filter) {
    Systems systems = new Systems(new Bounds(101, 36, 102, 37));
    Map<String, List<String>> asked =
        Map.of("filter", List.of(filter), "filter-lang", List.of(language));
    return new QueryParser(LAYER, systems, Set.of()).parse(new Parameters(asked)).filter();
  }

  private static InvalidParameterException fault(String language, String filter) {
    InvalidParameterException fault =
        catchThrowableOfType(InvalidParameterException.class, () -> parsed(language, filter));
    assertThat(fault).as(filter).isNotNull();
    assertThat(fault.parameter()).isEqualTo("filter");
    return fault;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "floors >|9|…|a field, a value or a parenthesis",
        "floors > > 3|10|>|a field, a value",
        "(floors > 3|12|…|«)»",
        "floors > 3)|11|)|AND, OR or the end",
        "floors 3|8|3|AND, OR or the end",
        "floors BETWEEN 1 OR 2|18|OR|AND",
        "floors NOT 3|12|3|LIKE, BETWEEN or IN",
        "floors IN 3|11|3|«(»",
        "floors IN (1 2)|14|2|«,» or «)»",
        "floors IS 3|11|3|NULL",
        "name = 'x|8|'x|a closing quote",
        "built_on > DATE(2026)|17|2026|a date such as",
        "built_on > DATE('2026-13-01')|17|2026-13-01|a date such as",
        "built_on > TIMESTAMP('now')|22|now|a timestamp such as",
        "S_INTERSECTS(geometry, POINT(1))|24|POINT(1)|a geometry in WKT",
        "S_INTERSECTS(geometry, POLYGON((0 0, 1 1)))|24|POLYGON((0 0, 1 1))|a geometry in WKT",
        "S_INTERSECTS(geometry, POINT(1 é))|32|é|a geometry in WKT",
        "S_INTERSECTS(geometry)|1|S_INTERSECTS|as many arguments",
        "floors > 1e999|10|1e999|a number",
        "floors != 3|8|!|AND, OR or the end",
        "THIS IS NOT A FILTER|13|A|NULL",
        "floors = 1; DROP TABLE houses|11|;|AND, OR or the end",
      })
  void aFaultInTextNamesPlaceFoundAndExpected(
      String filter, String position, String found, String expected) {
    LocalText detail = fault("cql2-text", filter).detail();
    assertThat(detail.en()).contains("at character " + position + " ", "«" + found + "»", expected);
    assertThat(detail.zh()).contains("第 " + position + " 个字符", "「" + found + "」");
    assertThat(detail.bo()).contains("ཡིག་རྟགས་ " + position + " ", "«" + found + "»");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"op\":\"=\"|at character",
        "{\"op\":\"=\",\"op\":\"=\",\"args\":[1,1]}|at character",
        "{\"op\":\"=\",\"args\":[1,1]} x|at character",
        "{\"op\":\"=\",\"args\":[1]}|at /op",
        "{\"op\":\"and\",\"args\":[{\"op\":\"=\",\"args\":[{\"property\":3},1]},true]}|at /args/0/args/0/property",
        "{\"op\":\"=\",\"args\":[{\"date\":\"tomorrow\"},1]}|at /args/0/date",
        "{\"op\":\"=\",\"args\":[null,1]}|at /args/0",
        "{\"op\":\"=\",\"args\":[1e999,1]}|at /args/0",
        "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Point\",\"coordinates\":[1]}]}|at /args/1/coordinates",
        "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Blob\"}]}|at /args/1",
        "{\"op\":\"in\",\"args\":[{\"property\":\"floors\"},[]]}|at /op",
        "NaN|at character",
      })
  void aFaultInJsonNamesThePlace(String filter, String place) {
    assertThat(fault("cql2-json", filter).detail().en()).contains(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "floors = 'three'|«text» is a text where a number belongs",
        "name > 3|«name» is a text where a number belongs",
        "floors|«floors» is a value and no condition",
        "floors AND empty = true|«floors» is a value and no condition",
        "geometry = 'x'|a geometry cannot be compared so",
        "S_INTERSECTS(name, POINT(1 1))|«name» is a text where a geometry belongs",
        "T_DURING(built_on, INTERVAL('2026-01-01','..'))|«built_on» is a date where an interval belongs",
        "T_AFTER(name, DATE('2026-01-01'))|«name» is a text where a timestamp belongs",
        "built_on = 'tomorrow'|«text» is a text where a date belongs",
        "name LIKE name|after LIKE a text in single quotes belongs",
        "CASEI(floors) = 'x'|«floors» is a number where a text belongs",
        "name + 1 = 2|«name» is a text where a number belongs",
        "sleep(10) = 1|there is no function «sleep»",
        "A_CONTAINS(name, ('x'))|there is no function «a_contains»",
        "residents > 3|there is no field «residents»",
        "S_INTERSECTS(geometry, POINT(1000000 1000000))|outside of its filter-crs",
        "S_INTERSECTS(geometry, BBOX(1000000,1000000,2000000,2000000))|beyond ±180",
        "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))|not valid: Self-intersection",
      })
  void whatCannotBeComparedIsRefused(String filter, String words) {
    assertThat(fault("cql2-text", filter).detail().en()).contains(words);
  }

  /** The lexer stops where the bound is met: what follows is not even read. */
  @Test
  void fiveThousandParenthesesAreRefusedAtTheBound() {
    String deep = "(".repeat(5_000) + "floors = 1" + ")".repeat(5_000);
    assertThat(fault("cql2-text", deep).detail().en())
        .contains("too many levels of nesting: " + Cql2Bounds.DEPTH);
    assertThat(fault("cql2-text", "NOT ".repeat(5_000) + "floors = 1").detail().en())
        .contains("levels of nesting");
    assertThat(fault("cql2-text", "casei(".repeat(5_000)).detail().en())
        .contains("levels of nesting");
    String signs = "floors = 1" + " + 1".repeat(5_000);
    assertThat(fault("cql2-text", signs).detail().en()).contains("too many arithmetic signs");
  }

  @Test
  void fiveThousandLevelsOfJsonAreRefused() {
    String not = "{\"op\":\"not\",\"args\":[".repeat(5_000);
    assertThat(fault("cql2-json", not).parameter()).isEqualTo("filter");
    String nested = "{\"op\":\"not\",\"args\":[".repeat(100) + "true" + "]}".repeat(100);
    assertThat(fault("cql2-json", nested).detail().en()).contains("levels of nesting");
  }

  @Test
  void aListOfTenThousandIsReadAndALongerOneRefused() {
    String list =
        IntStream.range(0, 10_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
    Expression.In in =
        (Expression.In) parsed("cql2-text", "floors IN (" + list + ")").orElseThrow();
    assertThat(in.list()).hasSize(10_000);
    assertThat(fault("cql2-text", "floors IN (" + list + ",1)").detail().en())
        .contains("too many elements of a list: 10000");
  }

  @Test
  void aHugeGeometryIsRefusedBeforeItIsMade() {
    String vertices =
        IntStream.range(0, 10_001).mapToObj(i -> "1 2").collect(Collectors.joining(","));
    assertThat(
            fault("cql2-text", "S_INTERSECTS(geometry, LINESTRING(" + vertices + "))")
                .detail()
                .en())
        .contains("too many vertices: 10000");
    String json = "[" + "[1,2],".repeat(10_001) + "[1,2]]";
    String filter =
        "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},"
            + "{\"type\":\"LineString\",\"coordinates\":"
            + json
            + "}]}";
    assertThat(fault("cql2-json", filter).detail().en()).contains("too many vertices");
    assertThat(fault("cql2-text", "S_INTERSECTS(geometry, POLYGON(" + "(".repeat(99)).detail().en())
        .contains("at character 39 ");
    assertThat(fault("cql2-text", "'" + "x".repeat(200_000)).detail().en())
        .contains("too many characters: 200000");
  }

  @Test
  void manyPartsAreRefused() {
    String many = "floors = 1" + " OR floors = 1".repeat(14_000);
    assertThat(fault("cql2-text", many).detail().en()).contains("too many parts: 25000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exec(java.lang.Runtime.getRuntime(),'touch /tmp/x')",
        "\" OR 1=1 --",
        "'; DROP TABLE houses; --",
        "%\\_%\u0000\u0007\n",
        "${jndi:ldap://x}",
        "<script>alert(1)</script>",
        "\uD83C\uDFE0 楼 བོད་"
      })
  void aLiteralIsOnlyData(String literal) {
    Expression.Comparison comparison =
        (Expression.Comparison)
            parsed("cql2-text", "name = '" + literal.replace("'", "''") + "'").orElseThrow();
    assertThat(comparison.right()).isEqualTo(new Expression.Text(literal));
  }

  @Test
  void aNameIsOnlyAName() {
    assertThat(parsed("cql2-text", "\"odd \"\"name\"\"\" = 'x'")).isPresent();
    for (String name :
        List.of(
            "java.lang.Runtime",
            "\"exec(java.lang.Runtime)\"",
            "\"name'--\"",
            "name.class",
            "..")) {
      assertThatThrownBy(() -> parsed("cql2-text", name + " = 'x'"))
          .isInstanceOf(InvalidParameterException.class);
    }
    assertThat(fault("cql2-text", "\"%\\\u0000\" = 'x'").detail().en())
        .contains("there is no field");
    assertThat(fault("cql2-text", "exec(java.lang.Runtime.getRuntime()) = 1").detail().en())
        .doesNotContain("Exception");
  }

  @Test
  void theFieldsAreNamedToChooseFrom() {
    assertThat(fault("cql2-text", "nom = 'x'").allowed())
        .containsExactly("built_on", "code", "empty", "floors", "geometry", "name", "odd \"name\"");
  }
}
