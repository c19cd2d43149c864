package org.linli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The container files speak of the project as it is: its paths, its jar, its port, its settings.
 * Whether an image comes of them is for a container engine to say.
 */
class ContainerFilesTest {
  private static final Path DOCKERFILE = Path.of("src/docker/Dockerfile");
  private final String dockerfile = read(DOCKERFILE);
  private final JsonNode compose = yaml(Path.of("docker-compose.yml"));
  private final JsonNode portal = compose.path("services").path("portal");
  private final JsonNode application = yaml(Path.of("src/main/resources/application.yml"));

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static JsonNode yaml(Path file) {
    return new YAMLMapper().readTree(read(file));
  }

  /** What an instruction of the Dockerfile is given, each time that it stands there. */
  private List<String> all(String instruction) {
    List<String> found = new ArrayList<>();
    Matcher line = Pattern.compile("(?m)^" + instruction + " (.+)$").matcher(dockerfile);
    while (line.find()) {
      found.add(line.group(1));
    }
    return found;
  }

  private String one(String instruction) {
    assertThat(all(instruction)).as(instruction).hasSize(1);
    return all(instruction).get(0);
  }

  /** What the image sets for the portal. */
  private Map<String, Object> environment() {
    return all("ENV").stream()
        .flatMap(line -> Stream.of(line.split(" ")))
        .map(word -> word.split("=", 2))
        .collect(Collectors.toMap(word -> word[0], word -> word[1]));
  }

  private static String inPom(String element) {
    Matcher value =
        Pattern.compile("<" + element + ">(.+)</" + element + ">")
            .matcher(read(Path.of("pom.xml")));
    assertThat(value.find()).as(element).isTrue();
    return value.group(1);
  }

  @Test
  void whatTheImageIsBuiltFromIsThereAndLetIn() {
    assertThat(portal.at("/build/dockerfile").asString()).isEqualTo(DOCKERFILE.toString());
    List<String> copied =
        all("COPY").stream()
            .filter(words -> !words.startsWith("--from"))
            .map(words -> words.split(" ")[0])
            .toList();
    assertThat(copied).contains("pom.xml", "src/main", "web");
    assertThat(copied).allSatisfy(path -> assertThat(Path.of(path)).exists());
    assertThat(read(Path.of("src/docker/Dockerfile.dockerignore")).lines())
        .containsExactlyElementsOf(
            Stream.concat(Stream.of("*"), copied.stream().map(path -> "!" + path)).toList());
  }

  @Test
  void everyBaseIsNamedByItsVersionAndTheJavaIsTheProjects() {
    assertThat(all("FROM")).hasSize(2).allMatch(image -> image.matches("\\S+:\\d\\S+( AS build)?"));
    assertThat(compose.at("/services/database/image").asString()).matches("\\S+:\\d\\S+");
    String java = inPom("java.version");
    assertThat(all("FROM").get(0)).contains("-temurin-" + java + "-");
    assertThat(all("FROM").get(1)).startsWith("eclipse-temurin:" + java + "-jre");
  }

  @Test
  void theJarIsTheOneThatTheBuildMakes() {
    String jar = inPom("finalName") + ".jar";
    assertThat(dockerfile)
        .contains("-jar target/" + jar + " extract --layers --destination layers\n");
    assertThat(one("ENTRYPOINT")).endsWith("\"-jar\", \"/opt/linli/" + jar + "\"]");
    String layers = all("WORKDIR").get(0) + "/layers/";
    assertThat(all("COPY --from=build"))
        .containsExactly(layers + "dependencies /opt/linli", layers + "application /opt/linli");
  }

  /** They would lie in a layer of their own, which the image has not. */
  @Test
  void noLibraryIsASnapshot() {
    String libraries = read(Path.of("pom.xml")).split("<dependencies>", 2)[1];
    assertThat(libraries).doesNotContain("-SNAPSHOT");
  }

  @Test
  void thePortalRunsAsAUserOfAFixedNumberWhoOwnsTheHome() {
    String user = one("USER");
    assertThat(Integer.parseInt(user)).isPositive();
    assertThat(dockerfile).contains("useradd --uid " + user + " ", "--owner=linli");
    assertThat(portal.path("read_only").asBoolean()).isTrue();
    assertThat(portal.at("/tmpfs/0").asString()).isEqualTo("/tmp");
    assertThat(portal.at("/cap_drop/0").asString()).isEqualTo("ALL");
  }

  /** The base's own English would make the commands speak English. */
  @Test
  void theImageHasALanguageThatSpellsAllNamesAndIsNoneOfThePortals() {
    assertThat(environment()).containsEntry("LANG", "C.UTF-8").containsEntry("LC_ALL", "C.UTF-8");
  }

  @Test
  void thePortIsThePortals() {
    String port = application.at("/server/port").asString();
    assertThat(one("EXPOSE")).isEqualTo(port);
    assertThat(portal.at("/ports/0").asString()).endsWith(":" + port);
    assertThat(dockerfile).contains("/dev/tcp/127.0.0.1/" + port).contains("GET /health ");
  }

  @Test
  void theHomeIsTheVolume() {
    Path home = binder(environment()).bind("linli", PortalProperties.class).get().home();
    assertThat(one("VOLUME")).isEqualTo(home.toString());
    assertThat(portal.at("/volumes/0").asString()).isEqualTo("home:" + home);
  }

  @Test
  void theDatabaseIsTheOneThatThePortalIsTold() {
    Map<String, Object> environment = new LinkedHashMap<>();
    portal
        .path("environment")
        .properties()
        .forEach(e -> environment.put(e.getKey(), e.getValue().asString()));
    DatabaseProperties told =
        binder(environment).bind("spring.datasource", DatabaseProperties.class).get();
    JsonNode database = compose.path("services").path("database").path("environment");
    assertThat(told.url())
        .contains("jdbc:postgresql://database/" + database.path("POSTGRES_DB").asString());
    assertThat(told.username()).contains(database.path("POSTGRES_USER").asString());
    assertThat(told.password()).contains(database.path("POSTGRES_PASSWORD").asString());
    assertThat(environment).hasSize(3);
    assertThat(portal.path("depends_on").has("database")).isTrue();
  }

  @Test
  void everyVolumeThatIsUsedIsDeclared() {
    List<String> used = new ArrayList<>();
    compose
        .path("services")
        .forEach(
            service ->
                service
                    .path("volumes")
                    .forEach(volume -> used.add(volume.asString().split(":")[0])));
    assertThat(compose.path("volumes").propertyNames()).containsExactlyInAnyOrderElementsOf(used);
  }

  /** Reads settings the way the program does from its environment. */
  private static Binder binder(Map<String, Object> environment) {
    StandardEnvironment settings = new StandardEnvironment();
    settings
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
    return new Binder(ConfigurationPropertySources.from(settings.getPropertySources()));
  }
}
