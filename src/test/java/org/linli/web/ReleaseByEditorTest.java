package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/**
 * Editors make a release on the data page and follow it to its end. What the server answers is
 * stood in for: the portal of the tests is shared, and a release is for good.
 */
@Needs(Tool.CHROMIUM)
class ReleaseByEditorTest {
  private static final ServedPortal PORTAL = ServedPortal.withDemo();
  private static final String BUTTON = ".make-release";
  private static final String TOLD = ".release-told";
  private static final String JOBS = "**/staff/api/releases";
  private static final String ONE = "**/staff/api/releases/one*";
  private static final String RUNNING = job("running", false, "\"patrols\"", 3, "null", "null");

  private static String job(
      String state, boolean over, String layer, int files, String message, String release) {
    return """
        {"id": "one", "href": "/staff/api/releases/one", "state": "%s", "over": %s,
         "progress": {"layer": %s, "files": %d, "files_total": 12},
         "message": %s, "release": %s, "url": null}
        """
        .formatted(state, over, layer, files, message, release);
  }

  private static void answer(Route route, int status, String json) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(status)
            .setContentType("application/json")
            .setBody(json));
  }

  /** At the catalogue, where no release is under way and one that is begun goes as told. */
  private static Visitor editor(String language, String begun) {
    Visitor visitor = Visitor.atDesk(PORTAL).asStaff();
    visitor
        .page()
        .route(
            JOBS,
            route -> {
              boolean isAsked = "POST".equals(route.request().method());
              answer(route, isAsked ? 202 : 200, isAsked ? begun : "{\"jobs\": []}");
            });
    visitor.page().navigate(PORTAL.address("/data#v1&lang=" + language));
    return visitor;
  }

  @ParameterizedTest
  @CsvSource({"zh, 生成数据发布, 已经生成", "en, Make a release, is made", "bo, གཏན་འབེབས་བཟོ།, བཟོས་ཟིན།"})
  void aReleaseIsFollowedFromTheButtonToItsLink(String language, String button, String made) {
    AtomicInteger asked = new AtomicInteger();
    try (Visitor visitor = editor(language, RUNNING)) {
      String end = job("released", true, "\"patrols\"", 12, "null", "\"2026-06-15\"");
      visitor
          .page()
          .route(ONE, route -> answer(route, 200, asked.incrementAndGet() < 3 ? RUNNING : end));
      assertThat(visitor.find(BUTTON)).hasText(button);
      visitor.find(BUTTON).press("Enter");
      assertThat(visitor.find(".release-bar progress")).hasAttribute("value", "0.25");
      assertThat(visitor.find(BUTTON)).hasAttribute("aria-disabled", "true");
      assertThat(visitor.find(TOLD)).containsText(made);
      assertThat(visitor.find(TOLD + " a"))
          .hasAttribute("href", Pattern.compile("/releases/2026-06-15\\?lang=" + language));
      assertThat(visitor.find(".release-bar progress")).hasCount(0);
      assertThat(visitor.find(BUTTON)).hasAttribute("aria-disabled", "false");
      assertThat(visitor.find(BUTTON)).isFocused();
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void theLayerBeingWrittenIsToldByItsTitle() {
    try (Visitor visitor = editor("en", RUNNING)) {
      visitor
          .page()
          .route(ONE, route -> answer(route, 200, RUNNING.replace("patrols", "projects")));
      visitor.find(BUTTON).click();
      assertThat(visitor.find(TOLD)).containsText("Writing “Projects”");
      assertThat(visitor.find(".release-files")).hasText("3 of 12 files");
    }
  }

  @Test
  void whoeverComesBackSeesHowFarItIsAndWhyItFailed() {
    try (Visitor visitor = Visitor.atDesk(PORTAL).asStaff()) {
      visitor.page().route(JOBS, route -> answer(route, 200, "{\"jobs\": [" + RUNNING + "]}"));
      String end = job("failed", true, "null", 3, "\"The disk is full.\"", "null");
      visitor.page().route(ONE, route -> answer(route, 200, end));
      visitor.page().navigate(PORTAL.address("/data#v1&lang=en"));
      assertThat(visitor.find(TOLD + " .trouble")).hasText("The disk is full.");
      assertThat(visitor.find(BUTTON)).hasAttribute("aria-disabled", "false");
    }
  }

  @Test
  void oneUnderWayIsCancelledByAButtonThatGoesAwayAgain() {
    AtomicReference<String> now = new AtomicReference<>(RUNNING);
    String end = job("cancelled", true, "null", 3, "\"Nothing of it is left.\"", "null");
    try (Visitor visitor = editor("en", RUNNING)) {
      visitor
          .page()
          .route(
              ONE,
              route -> {
                if (route.request().method().equals("DELETE")) {
                  now.set(end);
                }
                answer(route, 200, now.get());
              });
      assertThat(visitor.find(".stop-release")).isHidden();
      visitor.find(BUTTON).press("Enter");
      assertThat(visitor.find(".stop-release")).hasText("Cancel the release");
      visitor.find(".stop-release").press("Enter");
      assertThat(visitor.find(TOLD)).hasText("Nothing of it is left.");
      assertThat(visitor.find(".stop-release")).isHidden();
      assertThat(visitor.find(BUTTON)).isFocused();
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void aRefusalIsSaidInTheServersWords() {
    try (Visitor visitor = Visitor.atDesk(PORTAL).asStaff()) {
      visitor
          .page()
          .route(
              JOBS,
              route -> {
                boolean isAsked = "POST".equals(route.request().method());
                answer(
                    route,
                    isAsked ? 503 : 200,
                    isAsked ? "{\"detail\": \"Another is being made.\"}" : "{\"jobs\": []}");
              });
      visitor.page().navigate(PORTAL.address("/data#v1&lang=en"));
      visitor.find(BUTTON).click();
      assertThat(visitor.find(TOLD + " .trouble")).hasText("Another is being made.");
    }
  }

  @Test
  void nobodyElseHasTheButton() {
    try (Visitor visitor = Visitor.atDesk(PORTAL)) {
      visitor.page().route("**/releases?f=json", route -> answer(route, 200, "{\"releases\": []}"));
      visitor.page().navigate(PORTAL.address("/data#v1&lang=en"));
      assertThat(visitor.find(".releases .newest")).containsText("no release yet");
      assertThat(visitor.find(BUTTON)).hasCount(0);
      assertThat(visitor.requests()).noneMatch(url -> url.contains("/staff/api/releases"));
    }
  }
}
