package org.linli.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.analysis.Analysis;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.AnalysisDefinitions;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.ParameterValues;
import org.linli.catalogue.analyses.AnalysisRuns;
import org.linli.catalogue.analyses.Question;
import org.linli.layer.Audience;
import org.linli.testing.RawConnection;
import org.linli.testing.TestPortal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Clients that close their connection while they wait for an analysis. The one place where analyses
 * are worked out is taken by one that does not end before the test says so.
 */
@SpringBootTest(
    classes = {TestPortal.class, PatrolledTown.class},
    properties = "linli.insight.at-once=1",
    webEnvironment = WebEnvironment.RANDOM_PORT)
@Timeout(60)
class LeavingClientTest {
  private static final String ASK = "GET /api/analyses/patrol HTTP/1.1";

  @LocalServerPort private int port;
  @Autowired private AnalysisRuns runs;
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final ExecutorService blocking = Executors.newSingleThreadExecutor();

  @BeforeEach
  void takeThePlace() throws InterruptedException {
    blocking.submit(this::untilTaken);
    assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
  }

  /** The run before is over a moment before its place is free. */
  private void untilTaken() {
    while (started.getCount() > 0) {
      try {
        runs.find(endless(), Cancellation.NONE);
      } catch (RuntimeException busy) {
        Thread.onSpinWait();
      }
    }
  }

  @AfterEach
  void free() {
    release.countDown();
    until(() -> runs.underWay() == 0);
    blocking.shutdown();
  }

  private Question endless() {
    AnalysisDefinition definition = AnalysisDefinitions.get("patrol");
    Analysis analysis =
        new Analysis() {
          @Override
          public AnalysisDefinition definition() {
            return definition;
          }

          @Override
          public AnalysisResult result(
              AnalysisInputs inputs, ParameterValues values, Cancellation cancellation) {
            started.countDown();
            await(release);
            return new AnalysisResult(
                "patrol",
                values.asOf(),
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of());
          }
        };
    // A moment of its own, so that no other test finds this answer.
    Map<String, String> given = Map.of("asOf", "2026-06-15T0" + System.nanoTime() % 10 + ":00:00Z");
    return new Question(analysis, new TreeMap<>(), definition.values(given, Audience.STAFF), given);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(50, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aQuestionWhoseOnlyClientClosesItsConnectionIsGivenUp() throws Exception {
    long begun = runs.begun();
    try (RawConnection client = new RawConnection(port)) {
      client.ask(ASK);
      until(() -> runs.underWay() == 2);
    }
    until(() -> runs.underWay() == 1);
    release.countDown();
    until(() -> runs.underWay() == 0);
    assertThat(runs.begun()).isEqualTo(begun);
  }

  @Test
  void anotherClientThatAskedTheSameStillGetsTheAnswer() throws Exception {
    try (RawConnection staying = new RawConnection(port)) {
      staying.ask(ASK.replace("patrol", "patrol?window=7"));
      until(() -> runs.underWay() == 2);
      try (RawConnection leaving = new RawConnection(port)) {
        leaving.ask(ASK.replace("patrol", "patrol?window=7"));
      }
      release.countDown();
      assertThat(staying.head()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aClientThatSendsItsNextRequestEarlyIsStillThere() throws Exception {
    try (RawConnection client = new RawConnection(port)) {
      client.ask(ASK.replace("patrol", "patrol?window=90"));
      until(() -> runs.underWay() == 2);
      client.ask("GET /api/analyses/nothing HTTP/1.1", "Connection: close");
      release.countDown();
      String answers = new String(client.rest(), StandardCharsets.UTF_8);
      assertThat(answers).startsWith("HTTP/1.1 200").contains("HTTP/1.1 404");
    }
  }
}
