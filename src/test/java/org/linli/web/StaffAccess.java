package org.linli.web;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signs the window of a visitor in, without its page, and makes accounts. */
final class StaffAccess {
  static final String PASSWORD = "the password of the tests";
  private static final String SESSION = "/api/session";
  private static final String UNTIL_OVER =
      "async job => { for (;;) { const told = await (await fetch(job)).json();"
          + " if (told.over) return told.release;"
          + " await new Promise(done => setTimeout(done, 200)); } }";
  private static boolean isAdminSettled;

  private final ServedPortal portal;
  private final APIRequestContext requests;

  /**
   * @param requests of the visitor's window, whose cookies they share
   */
  StaffAccess(ServedPortal portal, APIRequestContext requests) {
    this.portal = portal;
    this.requests = requests;
  }

  /** Whose one-time password the first to come has changed. */
  void enterAsAdmin() {
    synchronized (StaffAccess.class) {
      String password = isAdminSettled ? PASSWORD : portal.firstPassword();
      send(SESSION, Map.of("name", "admin", "password", password));
      if (!isAdminSettled) {
        send(SESSION + "/password", Map.of("old", password, "new", PASSWORD));
        isAdminSettled = true;
      }
    }
  }

  /**
   * A new account, made by the administrator.
   *
   * @return its one-time password
   */
  String make(String name, String role) {
    enterAsAdmin();
    JsonNode made = send("/staff/api/accounts", Map.of("name", name, "role", role));
    leave();
    return made.path("one_time_password").asString();
  }

  /**
   * A release of what is public, made by whoever is in.
   *
   * @param page of theirs, which waits for it
   * @return its id
   */
  String release(Page page) {
    page.navigate(portal.address("/data"));
    String job = send("/staff/api/releases", Map.of()).path("href").asString();
    return (String) page.evaluate(UNTIL_OVER, portal.address(job));
  }

  void leave() {
    requests.delete(
        portal.address(SESSION), RequestOptions.create().setHeader("X-XSRF-TOKEN", proof()));
  }

  private String proof() {
    return json(requests.get(portal.address(SESSION))).path("csrf").path("token").asString();
  }

  private JsonNode send(String path, Map<String, String> fields) {
    FormData form = FormData.create();
    fields.forEach(form::set);
    APIResponse answer =
        requests.post(
            portal.address(path),
            RequestOptions.create().setHeader("X-XSRF-TOKEN", proof()).setForm(form));
    if (!answer.ok()) {
      throw new IllegalStateException(path + " answered " + answer.status() + " " + answer.text());
    }
    return json(answer);
  }

  private static JsonNode json(APIResponse answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
