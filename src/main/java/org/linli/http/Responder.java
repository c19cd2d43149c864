package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.linli.encode.Edition;
import org.linli.encode.Representation;
import org.linli.encode.Representation.Body;
import org.linli.encode.Representation.Document;
import org.linli.encode.Representation.Encoded;
import org.linli.encode.Representation.Export;
import org.linli.encode.Representation.Stored;
import org.linli.layer.Audience;

/** Sends representations: their validators, conditions, compression and cache rules. */
final class Responder {
  private static final int WORTH_COMPRESSING_BYTES = 600;

  private final ExportSender exports;
  private final Sites sites;

  Responder(ExportSender exports, Sites sites) {
    this.exports = exports;
    this.sites = sites;
  }

  void send(Representation answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType(answer.mediaType());
    answer.headers().forEach(response::setHeader);
    addVary(response);
    addCacheRule(answer, request, response);
    if (answer instanceof Document document) {
      send(document, request, response);
    } else if (answer instanceof Encoded encoded) {
      send(encoded, request, response);
    } else if (answer instanceof Export export) {
      send(export, request, response);
    } else if (answer instanceof Stored stored) {
      send(stored, request, response);
    }
  }

  private static void addVary(HttpServletResponse response) {
    String others = response.getHeader("Vary");
    response.setHeader("Vary", others == null ? "Accept-Encoding" : others + ", Accept-Encoding");
  }

  private static void addCacheRule(
      Representation answer, HttpServletRequest request, HttpServletResponse response) {
    if (StaffGate.audienceOf(request) == Audience.STAFF) {
      response.setHeader("Cache-Control", "private, no-store");
    } else if (!answer.headers().containsKey("Cache-Control")) {
      response.setHeader("Cache-Control", "public, no-cache");
    }
  }

  private void send(Document document, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] bytes = document.bytes();
    boolean small = bytes.length < WORTH_COMPRESSING_BYTES;
    ContentCoding coding = small ? ContentCoding.IDENTITY : ContentCoding.wantedBy(request);
    EntityTag tag = EntityTag.of(bytes, document.mediaType(), coding.key());
    Preconditions conditions = new Preconditions(tag, Optional.empty());
    send(conditions, coding, out -> out.write(bytes), request, response);
  }

  private void send(Encoded encoded, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ContentCoding coding = ContentCoding.wantedBy(request);
    EntityTag strong = tag(encoded, encoded.edition(), coding, request);
    EntityTag tag = encoded.exact() ? strong : strong.weak();
    Preconditions conditions =
        new Preconditions(tag, Optional.of(encoded.edition().lastModified()));
    send(conditions, coding, encoded.body(), request, response);
  }

  private void send(Export export, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ContentCoding coding =
        export.compressible() ? ContentCoding.wantedBy(request) : ContentCoding.IDENTITY;
    EntityTag tag = tag(export, coding, request);
    Preconditions conditions = new Preconditions(tag, Optional.of(export.edition().lastModified()));
    conditions.addTo(response);
    if (conditions.isUnchangedFor(request)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    } else {
      exports.send(export, conditions, coding, request, response);
    }
  }

  private static void send(Stored stored, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    EntityTag tag = EntityTag.of(stored.sha256(), stored.mediaType());
    Preconditions conditions = new Preconditions(tag, Optional.of(stored.since()));
    conditions.addTo(response);
    if (conditions.isUnchangedFor(request)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    } else {
      ExportSender.sendStored(stored.path(), conditions, request, response);
    }
  }

  /** A file holds no address: it is the same by whatever address it was asked for. */
  private static EntityTag tag(Export export, ContentCoding coding, HttpServletRequest request) {
    return EntityTag.of(
        export.edition().key(),
        parameters(request),
        export.mediaType(),
        new TreeMap<>(export.headers()),
        StaffGate.audienceOf(request),
        coding.key());
  }

  /** The links in an answer lead to the site, whatever address it was asked by. */
  private EntityTag tag(
      Representation answer, Edition edition, ContentCoding coding, HttpServletRequest request) {
    return EntityTag.of(
        edition.key(),
        sites.of(request).address(),
        request.getRequestURI(),
        parameters(request),
        answer.mediaType(),
        new TreeMap<>(answer.headers()),
        StaffGate.audienceOf(request),
        coding.key());
  }

  private static Map<String, String> parameters(HttpServletRequest request) {
    Map<String, String> parameters = new TreeMap<>();
    request
        .getParameterMap()
        .forEach((name, values) -> parameters.put(name, String.join("&", values)));
    return parameters;
  }

  private static void send(
      Preconditions conditions,
      ContentCoding coding,
      Body body,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    conditions.addTo(response);
    if (conditions.isUnchangedFor(request)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    HeldBack held = new HeldBack(response);
    coding.addTo(response);
    try (OutputStream coded = coding.over(held)) {
      body.writeTo(coded);
    }
    held.finish();
  }
}
