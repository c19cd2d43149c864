package org.linli.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.testing.Browser;
import org.linli.testing.TestPortal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signing in and out, as a page and as a program do it. */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class SessionTest {
  private static final String STAFF_LAYER = "/staff/ogc/collections/notes/items";
  private static final String PASSWORD = "a long enough secret";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;

  /** A browser with cookies of its own. */
  private final class Page {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

    HttpResponse<String> ask(String method, String path, Map<String, String> form, String csrf) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(new Browser(port).address(path)))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .method(method, HttpRequest.BodyPublishers.ofString(encoded(form)));
      if (!csrf.isEmpty()) {
        request.header("X-XSRF-TOKEN", csrf);
      }
      try {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      } catch (IOException | InterruptedException failed) {
        throw new IllegalStateException(failed);
      }
    }

    JsonNode session() {
      return json(ask("GET", "/api/session", Map.of(), ""));
    }

    /** With the proof that a page has. */
    HttpResponse<String> send(String method, String path, Map<String, String> form) {
      return ask(method, path, form, session().path("csrf").path("token").asString());
    }

    int enter(String name, String password) {
      return send("POST", "/api/session", Map.of("name", name, "password", password)).statusCode();
    }

    int status(String path) {
      return ask("GET", path, Map.of(), "").statusCode();
    }

    String sessionId() {
      return cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals("linli-session"))
          .map(java.net.HttpCookie::getValue)
          .findAny()
          .orElse("");
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  /** An account whose owner has chosen a password. */
  private void settled(String name, Role role) {
    accounts.add(name, role);
    accounts.changePassword(name, PASSWORD);
  }

  @Test
  void aOneTimePasswordIsGoodForNothingButAnother() {
    String oneTime = accounts.add("first", Role.ADMIN).oneTimePassword();
    Page page = new Page();

    assertThat(page.enter("first", oneTime)).isEqualTo(200);
    assertThat(page.session().path("must_change").asBoolean()).isTrue();
    assertThat(page.status(STAFF_LAYER)).isEqualTo(403);

    Map<String, String> change = Map.of("old", oneTime, "new", PASSWORD);
    assertThat(page.send("POST", "/api/session/password", change).statusCode()).isEqualTo(200);
    assertThat(page.status(STAFF_LAYER)).isEqualTo(200);
    assertThat(new Page().enter("first", oneTime)).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"short", "aaaaaaaaaaaaaa", "weak-name-of-mine", "a long enough secret"})
  void whatIsEasyToGuessOrTheOldOneIsNoPassword(String password) {
    if (accounts.find("weak-name-of-mine").isEmpty()) {
      settled("weak-name-of-mine", Role.VIEWER);
    }
    Page page = new Page();
    page.enter("weak-name-of-mine", PASSWORD);

    HttpResponse<String> refused =
        page.send("POST", "/api/session/password", Map.of("old", PASSWORD, "new", password));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).path("parameter").asString()).isEqualTo("new");
  }

  @Test
  void aSessionBeginsWithANewIdAndEndsWhenItIsLeft() {
    settled("walker", Role.STEWARD);
    Page page = new Page();
    assertThat(page.status(STAFF_LAYER)).isEqualTo(401);
    page.enter("walker", PASSWORD);
    String first = page.sessionId();
    page.enter("walker", PASSWORD);

    assertThat(page.sessionId()).isNotEmpty().isNotEqualTo(first);
    assertThat(page.session().path("role").asString()).isEqualTo("steward");
    assertThat(page.status(STAFF_LAYER)).isEqualTo(200);
    assertThat(page.send("DELETE", "/api/session", Map.of()).statusCode()).isEqualTo(204);
    assertThat(page.status(STAFF_LAYER)).isEqualTo(401);
  }

  @Test
  void nothingIsDoneForAPageWithoutItsProof() {
    settled("victim", Role.ADMIN);
    Page page = new Page();
    page.enter("victim", PASSWORD);

    Map<String, String> form = Map.of("name", "mallory", "role", "admin");
    assertThat(page.ask("POST", "/staff/api/accounts", form, "").statusCode()).isEqualTo(403);
    assertThat(page.ask("POST", "/staff/api/accounts", form, "forged").statusCode()).isEqualTo(403);
    assertThat(accounts.find("mallory")).isEmpty();
    assertThat(new Page().ask("POST", "/api/session", form, "").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "VIEWER, 200, 403, 403",
    "STEWARD, 200, 403, 403",
    "EDITOR, 200, 405, 403",
    "ADMIN, 200, 405, 200"
  })
  void aRoleMayDoWhatItsNameSays(Role role, int look, int bringIn, int sayWho) {
    String name = "role-" + role.id();
    settled(name, role);
    Page page = new Page();
    page.enter(name, PASSWORD);

    assertThat(page.status("/staff/data/notes.geojson")).isEqualTo(look);
    // An editor comes as far as hearing that this address takes nothing.
    assertThat(page.send("POST", "/staff/data/notes.geojson", Map.of()).statusCode())
        .isEqualTo(bringIn);
    assertThat(page.status("/staff/api/accounts")).isEqualTo(sayWho);
  }

  @Test
  void aProgramSendsNameAndPasswordAndHasNoSession() {
    settled("qgis", Role.VIEWER);
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("qgis:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    Browser.Answer answer = new Browser(port).get(STAFF_LAYER, "Authorization", basic);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Set-Cookie")).doesNotContain("linli-session");
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    Browser.Answer refused =
        new Browser(port).get(STAFF_LAYER, "Authorization", "Basic " + "bm9ib2R5Om5v");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).startsWith("Basic");
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void aBrowserThatSendsAPasswordForAnotherSiteDoesNothing() {
    for (String who : new String[] {"Origin", "Sec-Fetch-Site"}) {
      Browser.Answer forged =
          new Browser(port)
              .ask("POST", "/staff/api/releases", "Authorization", TestPortal.EDITOR, who, "null");
      assertThat(forged.status()).as(who).isEqualTo(403);
    }
  }

  @Test
  void theTokenOfEarlierVersionsOpensNothing() {
    Browser.Answer answer =
        new Browser(port).get(STAFF_LAYER, "Authorization", "Bearer " + "f".repeat(64));
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void whoeverGuessesIsSlowedDownAndTheOthersAreNot() {
    settled("guessed", Role.VIEWER);
    Page page = new Page();
    for (int i = 0; i < 5; i++) {
      assertThat(page.enter("guessed", "wrong " + i)).isEqualTo(401);
    }

    HttpResponse<String> refused =
        page.send("POST", "/api/session", Map.of("name", "guessed", "password", PASSWORD));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    settled("bystander", Role.VIEWER);
    assertThat(page.enter("bystander", PASSWORD)).isEqualTo(200);
  }

  @Test
  void aChangeOfAnAccountHoldsAtOnce() {
    settled("leaver", Role.ADMIN);
    settled("stayer", Role.ADMIN);
    Page page = new Page();
    page.enter("leaver", PASSWORD);
    assertThat(page.status("/staff/api/accounts")).isEqualTo(200);

    accounts.changeRole("leaver", Role.VIEWER);
    assertThat(page.status("/staff/api/accounts")).isEqualTo(403);
    accounts.reset("leaver");
    assertThat(page.status(STAFF_LAYER)).isEqualTo(401);
  }

  @Test
  void anAdministratorMakesAnAccountAndSeesItsPasswordOnce() {
    settled("chief", Role.ADMIN);
    Page page = new Page();
    page.enter("chief", PASSWORD);

    JsonNode made =
        json(page.send("POST", "/staff/api/accounts", Map.of("name", "卓玛", "role", "steward")));
    assertThat(new Page().enter("卓玛", made.path("one_time_password").asString())).isEqualTo(200);
    String list = page.ask("GET", "/staff/api/accounts", Map.of(), "").body();
    assertThat(list).contains("卓玛").doesNotContain("argon2").doesNotContain("one_time");
    assertThat(
            page.send("POST", "/staff/api/accounts", Map.of("name", "卓玛", "role", "viewer"))
                .statusCode())
        .isEqualTo(409);
    assertThat(
            page.send("POST", "/staff/api/accounts", Map.of("name", "a b", "role", "viewer"))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aPasswordInAnAddressIsRefused() {
    Page page = new Page();
    assertThat(page.send("POST", "/api/session?name=chief&password=x", Map.of()).statusCode())
        .isEqualTo(400);
  }

  @Test
  void publicAddressesHaveNoSessions() {
    Browser.Answer answer = new Browser(port).get("/ogc/collections/houses/items?limit=1");
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }
}
