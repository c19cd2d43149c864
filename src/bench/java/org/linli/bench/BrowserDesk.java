package org.linli.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.linli.testing.Tool;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Chromium at a desk of 1440 × 900 before one portal, with an empty cache in each window.
 */
final class BrowserDesk implements AutoCloseable {
  private static final String PASSWORD = "the password of the benches";
  private static final String SESSION = "/api/session";
  private static final double PATIENCE_MS = 120_000;

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser;
  private final String origin;
  private String password;

  BrowserDesk(Portal portal) throws IOException {
    this.origin = "http://localhost:" + portal.port();
    this.password = portal.firstPassword();
    this.browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(Path.of(Tool.CHROMIUM.get().toString()))
                    .setArgs(List.of("--no-sandbox", "--font-render-hinting=none")));
  }

  /** A window of its own: its page, and what came over the wire since it is counted. */
  final class Window implements AutoCloseable {
    private final BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
    private final Page page;
    private final CDPSession devtools;
    private final Map<String, String> addresses = new HashMap<>();
    private final AtomicLong chartBytes = new AtomicLong();
    private final AtomicLong otherBytes = new AtomicLong();

    private Window(String script) {
      context.setDefaultTimeout(PATIENCE_MS);
      context.addInitScript(script);
      page = context.newPage();
      devtools = context.newCDPSession(page);
    }

    /** Counts what comes over the wire from here on; being told of it slows the page. */
    Window counted() {
      devtools.on("Network.requestWillBeSent", this::asked);
      devtools.on("Network.loadingFinished", this::came);
      devtools.send("Network.enable");
      return this;
    }

    private void asked(JsonObject sent) {
      addresses.put(
          sent.get("requestId").getAsString(),
          sent.getAsJsonObject("request").get("url").getAsString());
    }

    private void came(JsonObject finished) {
      String url = addresses.getOrDefault(finished.get("requestId").getAsString(), "");
      boolean isChart = url.endsWith("/lib/echarts.js") || url.contains("/js/charts/");
      (isChart ? chartBytes : otherBytes).addAndGet(finished.get("encodedDataLength").getAsLong());
    }

    Window asStaff() {
      signIn(context);
      return this;
    }

    /** Slows the page's own thread down; the browser's other threads are as they are. */
    Window slowed(int times) {
      JsonObject rate = new JsonObject();
      rate.addProperty("rate", times);
      devtools.send("Emulation.setCPUThrottlingRate", rate);
      return this;
    }

    Window open(String path) {
      page.navigate(origin + path, new Page.NavigateOptions().setTimeout(PATIENCE_MS));
      return this;
    }

    Page page() {
      return page;
    }

    double number(String script, Object... argument) {
      Object found =
          argument.length == 0 ? page.evaluate(script) : page.evaluate(script, argument[0]);
      return ((Number) found).doubleValue();
    }

    /** Without the chart library and what draws with it. */
    long bytesWithoutCharts() {
      return otherBytes.get();
    }

    long bytesOfCharts() {
      return chartBytes.get();
    }

    @Override
    public void close() {
      context.close();
    }
  }

  /**
   * @param script what each page runs before its own
   */
  Window window(String script) {
    return new Window(script);
  }

  /** Has the portal answer once, so that what is measured after it is not the start of a JVM. */
  void ask(String path) {
    try (BrowserContext context = browser.newContext()) {
      context.request().get(origin + path, RequestOptions.create().setTimeout(PATIENCE_MS));
    }
  }

  private void signIn(BrowserContext context) {
    send(context, SESSION, Map.of("name", "admin", "password", password));
    if (!password.equals(PASSWORD)) {
      send(context, SESSION + "/password", Map.of("old", password, "new", PASSWORD));
      password = PASSWORD;
    }
  }

  private void send(BrowserContext context, String path, Map<String, String> fields) {
    String session =
        new String(context.request().get(origin + SESSION).body(), StandardCharsets.UTF_8);
    String token = JsonMapper.shared().readTree(session).path("csrf").path("token").asString();
    FormData form = FormData.create();
    fields.forEach(form::set);
    APIResponse answer =
        context
            .request()
            .post(
                origin + path,
                RequestOptions.create().setHeader("X-XSRF-TOKEN", token).setForm(form));
    if (!answer.ok()) {
      throw new IllegalStateException(path + " answered " + answer.status());
    }
  }

  @Override
  public void close() {
    playwright.close();
  }
}
