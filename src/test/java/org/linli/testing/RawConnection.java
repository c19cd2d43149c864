package org.linli.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection on which any bytes can be sent, and on which an answer's end can be looked at. */
public final class RawConnection implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;

  public RawConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(30_000);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends a request without a body; headers are whole lines. */
  public RawConnection ask(String requestLine, String... headers) throws IOException {
    StringBuilder request = new StringBuilder(requestLine + "\r\nHost: localhost\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The status line and the headers, each on its line. */
  public String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) oneByte());
    }
    return head.toString();
  }

  private int oneByte() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new IOException("The server closed the connection in the middle of the head.");
    }
    return b;
  }

  public byte[] bytes(int count) throws IOException {
    return in.readNBytes(count);
  }

  /** All that comes until the server closes, be it by a reset. */
  public byte[] rest() {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    try {
      in.transferTo(rest);
    } catch (IOException reset) {
      rest.writeBytes(new byte[0]);
    }
    return rest.toByteArray();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
