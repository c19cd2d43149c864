package org.linli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.linli.ingest.ImportJobs;
import org.linli.ingest.Importer;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.MemoryStore;
import org.linli.testing.TestPortal;
import org.linli.testing.TownLayers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A portal that takes imports of up to {@link #MAX_BYTES}, two at once, and leaves nothing behind.
 */
@SpringBootTest(
    classes = {TestPortal.class, IntakeTest.Intake.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"linli.ingest.max-upload=100KB", "linli.ingest.at-once=2"})
abstract class IntakeTest {
  static final String IMPORTS = "/staff/api/imports";
  static final int AT_ONCE = 2;
  static final int MAX_BYTES = 100 * 1024;
  static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-01T08:00:00Z"), ZoneId.of("Asia/Shanghai"));

  @Configuration(proxyBeanMethods = false)
  @ComponentScan("org.linli.intake")
  static class Intake {
    @Bean
    UploadFolder uploadFolder() throws IOException {
      return new UploadFolder(Files.createTempDirectory("linli-uploads"));
    }

    @Bean
    HeldImports heldImports(MemoryStore store, UploadFolder folder) {
      return new HeldImports(new Importer(store, folder.path(), CLOCK));
    }

    @Bean(destroyMethod = "close")
    ImportJobs importJobs(HeldImports work) {
      return new ImportJobs(work, CLOCK, AT_ONCE);
    }
  }

  @LocalServerPort int port;
  @Autowired MemoryStore store;
  @Autowired UploadFolder uploads;
  @Autowired HeldImports imports;
  Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  /** Whatever happened, nothing of it is left behind. */
  @AfterEach
  void nothingIsLeft() {
    imports.holdAfter(0);
    imports.breakDown(false);
    for (String layer : List.of("trees", "benches")) {
      if (store.findLayer(layer).isPresent()) {
        store.dropLayer(layer);
      }
    }
    assertThat(uploads.path()).isEmptyDirectory();
    assertThat(store.getLayer("houses").count()).isEqualTo(TownLayers.HOUSES);
  }

  /** Rows at 101.4, 36 and on, 0.0001 degrees apart. */
  static String trees(int rows) {
    StringBuilder csv = new StringBuilder("code,kind,lon,lat\n");
    IntStream.range(0, rows)
        .forEach(i -> csv.append("t-%05d,柳树,%.4f,36\n".formatted(i, 101.4 + i * 1e-4)));
    return csv.toString();
  }

  static Form treesForm(int rows) {
    return new Form().field("layer", "trees").file("trees.csv", trees(rows));
  }

  Answer send(Form form) {
    return form.send(browser.address(IMPORTS));
  }

  String begun(Form form) {
    Answer answer = send(form);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.header("Location");
  }

  /** The data of a job's events, to its end. */
  List<JsonNode> events(String job) {
    return browser
        .getAsStaff(job + "/events")
        .text()
        .lines()
        .filter(line -> line.startsWith("data: "))
        .map(line -> JsonMapper.shared().readTree(line.substring("data: ".length())))
        .toList();
  }

  JsonNode end(String job) {
    List<JsonNode> events = events(job);
    return events.get(events.size() - 1);
  }

  JsonNode ended(Form form) {
    return end(begun(form));
  }

  Answer cancel(String job) {
    return browser.ask("DELETE", job, "Authorization", TestPortal.EDITOR);
  }

  static String state(JsonNode job) {
    return job.path("state").asString();
  }

  static List<String> issues(JsonNode job) {
    return StreamSupport.stream(job.path("report").path("issues").spliterator(), false)
        .map(issue -> issue.path("key").asString())
        .toList();
  }
}
