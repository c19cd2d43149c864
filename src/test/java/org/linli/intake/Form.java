package org.linli.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;

/** A multipart form, written out by hand so that it can be wrong. */
final class Form {
  static final String TYPE = "multipart/form-data; boundary=xyz";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Form field(String name, String value) {
    return part("form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
  }

  Form file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Form file(String name, byte[] content) {
    return part("form-data; name=\"file\"; filename=\"" + name + "\"", content);
  }

  private Form part(String disposition, byte[] content) {
    write("--xyz\r\nContent-Disposition: " + disposition + "\r\n\r\n");
    bytes.writeBytes(content);
    write("\r\n");
    return this;
  }

  private void write(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] whole() {
    write("--xyz--\r\n");
    return bytes.toByteArray();
  }

  /** Without the last bytes and the boundary that ends a form. */
  byte[] cut(int less) {
    return Arrays.copyOf(bytes.toByteArray(), bytes.size() - less);
  }

  Answer send(String address) {
    return send(address, BodyPublishers.ofByteArray(whole()), TYPE, TestPortal.EDITOR);
  }

  static Answer send(String address, BodyPublisher body, String type, String authorization) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", type)
            .header("Authorization", authorization)
            .POST(body)
            .build();
    try {
      return new Answer(CLIENT.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
