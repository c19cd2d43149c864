package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.linli.catalogue.FileSizes;
import org.linli.encode.Representation.Body;
import org.linli.encode.Representation.Export;
import org.linli.http.ExportShelf.Copy;

/**
 * Sends exports: a kept copy straight from its file, any other while it is being made. A range of
 * one that is not kept yet is sent once it is. A HEAD makes nothing: it tells what is known
 * without, the length among it if the file was ever made.
 */
final class ExportSender {
  /** From this size on the server sends files itself, without a copy through this program. */
  private static final long WORTH_SENDFILE_BYTES = 48 * 1024;

  private static final int BUFFER_BYTES = 1 << 16;

  /** So long nobody minds, and what is whole by then is sent sooner than its parts were. */
  private static final Duration WORTH_WAITING = Duration.ofMillis(30);

  private final ExportWorkshop workshop;
  private final FileSizes sizes;

  /**
   * @param sizes learns how large the files are
   */
  ExportSender(ExportWorkshop workshop, FileSizes sizes) {
    this.workshop = workshop;
    this.sizes = sizes;
  }

  /** Sends the export, whose validators are among the headers already. */
  void send(
      Export export,
      Preconditions conditions,
      ContentCoding coding,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<CopyName> name =
        export
            .whole()
            .map(layer -> new CopyName(layer.layerId(), layer.version(), conditions.tag().name()));
    response.setHeader("Accept-Ranges", name.isPresent() ? "bytes" : "none");
    coding.addTo(response);
    Optional<String> range =
        name.map(kept -> request.getHeader("Range"))
            .filter(asked -> request.getMethod().equals("GET") && conditions.allowsRange(request));
    Optional<Copy> copy = name.flatMap(workshop.shelf()::find);
    if (copy.isPresent()) {
      if (coding == ContentCoding.IDENTITY) {
        learn(export, copy.get().bytes());
      }
      sendCopy(copy.get(), range, request, response);
    } else if (isHead(request) && (name.isEmpty() || knownBytes(export, coding).isPresent())) {
      knownBytes(export, coding).ifPresent(response::setContentLengthLong);
    } else {
      sendMaking(export, conditions.tag().name(), name, coding, range, request, response);
    }
  }

  /** Sends a file that stays as it is, whose validators are among the headers already. */
  static void sendStored(
      Path path, Preconditions conditions, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Accept-Ranges", "bytes");
    Optional<String> range =
        Optional.ofNullable(request.getHeader("Range"))
            .filter(asked -> request.getMethod().equals("GET") && conditions.allowsRange(request));
    sendFile(path, Files.size(path), range, request, response);
  }

  private static void sendCopy(
      Copy copy, Optional<String> asked, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    sendFile(copy.path(), copy.bytes(), asked, request, response);
  }

  private static void sendFile(
      Path path,
      long bytes,
      Optional<String> asked,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ByteRange range = startAnswer(asked, bytes, response);
    if (isHead(request)) {
      return;
    }
    if (range.length() >= WORTH_SENDFILE_BYTES && canSendFiles(request)) {
      request.setAttribute("org.apache.tomcat.sendfile.filename", path.toString());
      request.setAttribute("org.apache.tomcat.sendfile.start", range.start());
      request.setAttribute("org.apache.tomcat.sendfile.end", range.end() + 1);
      return;
    }
    try (FileChannel file = FileChannel.open(path)) {
      range.copy(file, response.getOutputStream());
    }
  }

  private static boolean canSendFiles(HttpServletRequest request) {
    return Boolean.TRUE.equals(request.getAttribute("org.apache.tomcat.sendfile.support"));
  }

  private void sendMaking(
      Export export,
      String tag,
      Optional<CopyName> name,
      ContentCoding coding,
      Optional<String> range,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ExportMaking making = workshop.join(tag, name, coding, measured(export));
    try {
      send(making.file(), range, request, response);
    } finally {
      workshop.leave(making);
    }
  }

  private Body measured(Export export) {
    return out -> {
      CountedOutput counted = new CountedOutput(out);
      export.body().writeTo(counted);
      learn(export, counted.bytes());
    };
  }

  private void learn(Export export, long bytes) {
    export
        .whole()
        .ifPresent(
            whole ->
                whole
                    .plain()
                    .ifPresent(
                        format -> sizes.learn(whole.layerId(), whole.version(), format, bytes)));
  }

  /** How long the file is, if it was made since the start and is sent as it is. */
  private OptionalLong knownBytes(Export export, ContentCoding coding) {
    if (coding != ContentCoding.IDENTITY) {
      return OptionalLong.empty();
    }
    return export.whole().stream()
        .flatMap(
            whole -> whole.plain().map(sizes.of(whole.layerId(), whole.version())::get).stream())
        .mapToLong(Long::longValue)
        .findFirst();
  }

  private static void send(
      GrowingFile file,
      Optional<String> range,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    boolean lengthFirst = range.isPresent() || isHead(request) || !canSendChunks(request);
    if (lengthFirst) {
      file.awaitBeyond(Long.MAX_VALUE);
    } else {
      file.awaitWhole(WORTH_WAITING);
      file.awaitBeyond(BUFFER_BYTES);
    }
    response.setBufferSize(BUFFER_BYTES);
    if (isHead(request)) {
      startAnswer(range, file.length(), response);
    } else if (file.isWhole()) {
      file.copyTo(response.getOutputStream(), startAnswer(range, file.length(), response));
    } else {
      file.copyTo(response.getOutputStream());
    }
  }

  private static boolean isHead(HttpServletRequest request) {
    return request.getMethod().equals("HEAD");
  }

  /** Without chunks, the end of an answer of unknown length looks like its breaking off. */
  private static boolean canSendChunks(HttpServletRequest request) {
    return !request.getProtocol().equals("HTTP/1.0");
  }

  /** Sets status and length of what will be sent of so many bytes. */
  private static ByteRange startAnswer(
      Optional<String> asked, long length, HttpServletResponse response) {
    Optional<ByteRange> part = asked.flatMap(header -> ByteRange.asked(header, length));
    if (part.isPresent() && !part.get().isWithin(length)) {
      response.setHeader("Content-Range", "bytes */" + length);
      throw new ProblemException(ProblemKind.RANGE_NOT_SATISFIABLE);
    }
    part.ifPresent(
        range -> {
          response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
          response.setHeader("Content-Range", range.of(length));
        });
    ByteRange sent = part.orElse(ByteRange.all(length));
    response.setContentLengthLong(sent.length());
    return sent;
  }
}
