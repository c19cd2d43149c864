package org.linli.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a portal that runs on a port of this machine. */
public final class Browser {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final int port;

  public Browser(int port) {
    this.port = port;
  }

  public String address(String path) {
    return "http://localhost:" + port + path;
  }

  /** A GET with headers, given as names and values in turn. */
  public Answer get(String path, String... headers) {
    return ask("GET", path, headers);
  }

  /** A GET as an editor. */
  public Answer getAsStaff(String path) {
    return get(path, "Authorization", TestPortal.EDITOR);
  }

  /** A POST of JSON as an editor. */
  public Answer postAsStaff(String path, String json) {
    return ask(
        "POST",
        path,
        HttpRequest.BodyPublishers.ofString(json),
        "Authorization",
        TestPortal.EDITOR,
        "Content-Type",
        "application/geo+json",
        "Accept-Language",
        "en");
  }

  public Answer ask(String method, String path, String... headers) {
    return ask(method, path, HttpRequest.BodyPublishers.noBody(), headers);
  }

  private Answer ask(
      String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    String url = path.startsWith("http:") ? path : address(path);
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** What came back. */
  public record Answer(HttpResponse<byte[]> response) {
    public int status() {
      return response.statusCode();
    }

    public byte[] bytes() {
      return response.body();
    }

    public String text() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return JsonMapper.shared().readTree(bytes());
    }

    /** A header's value; empty when there is none. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }
}
