package org.linli.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One kept-alive HTTP/1.1 connection to the loopback, on the bare socket, so that the client's own
 * threads and buffers are no part of what is timed. Asks for identity coding; reads bodies of a
 * known length and chunked ones. Connects again, untimed, when the server closed.
 */
final class KeptAliveClient implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 18;

  private final int port;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private Socket socket;
  private int position;
  private int limit;
  private long firstByteAt;

  KeptAliveClient(int port) {
    this.port = port;
  }

  /** Receives a body piece by piece. */
  interface Sink {
    void take(byte[] bytes, int from, int length) throws IOException;
  }

  /** Asks and keeps the body. */
  Answer get(String path) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Answer counted = get(path, body::write);
    return new Answer(
        counted.status(),
        counted.firstByteNanos(),
        counted.nanos(),
        counted.bytes(),
        body.toByteArray());
  }

  /** Asks and gives the body away as it comes. */
  Answer get(String path, Sink sink) {
    try {
      connect();
      return exchange(path, sink);
    } catch (IOException failed) {
      close();
      throw new UncheckedIOException("GET " + path + " failed on port " + port, failed);
    }
  }

  private void connect() throws IOException {
    if (socket == null) {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(600_000);
    }
  }

  private Answer exchange(String path, Sink sink) throws IOException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n";
    byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
    position = limit = 0;
    firstByteAt = 0;
    long start = System.nanoTime();
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    Head head = head();
    long length = head.chunked ? readChunks(sink) : readExactly(head.length, sink);
    long nanos = System.nanoTime() - start;
    if (head.closes) {
      close();
    }
    return new Answer(head.status, firstByteAt - start, nanos, length, new byte[0]);
  }

  private record Head(int status, long length, boolean chunked, boolean closes) {}

  private Head head() throws IOException {
    int status = Integer.parseInt(line().substring(9, 12));
    long length = 0;
    boolean chunked = false;
    boolean closes = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String lower = line.toLowerCase(Locale.ROOT);
      length = value(lower, "content-length:").map(Long::parseLong).orElse(length);
      chunked |= value(lower, "transfer-encoding:").filter("chunked"::equals).isPresent();
      closes |= value(lower, "connection:").filter("close"::equals).isPresent();
    }
    return new Head(status, length, chunked, closes);
  }

  private static Optional<String> value(String line, String name) {
    return line.startsWith(name)
        ? Optional.of(line.substring(name.length()).strip())
        : Optional.empty();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = read(); b != '\n'; b = read()) {
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  private int read() throws IOException {
    if (position == limit) {
      fill();
    }
    return buffer[position++];
  }

  private void fill() throws IOException {
    InputStream in = socket.getInputStream();
    int read = in.read(buffer, 0, buffer.length);
    if (read < 0) {
      throw new EOFException("the server closed in the middle of an answer");
    }
    if (firstByteAt == 0) {
      firstByteAt = System.nanoTime();
    }
    position = 0;
    limit = read;
  }

  private long readChunks(Sink sink) throws IOException {
    long total = 0;
    for (long size = chunkSize(); size > 0; size = chunkSize()) {
      total += readExactly(size, sink);
      line();
    }
    line();
    return total;
  }

  private long chunkSize() throws IOException {
    return Long.parseLong(line().split(";", 2)[0].strip(), 16);
  }

  private long readExactly(long length, Sink sink) throws IOException {
    long left = length;
    while (left > 0) {
      if (position == limit) {
        fill();
      }
      int piece = (int) Math.min(left, (long) limit - position);
      sink.take(buffer, position, piece);
      position += piece;
      left -= piece;
    }
    return length;
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      socket = null;
    }
  }
}
