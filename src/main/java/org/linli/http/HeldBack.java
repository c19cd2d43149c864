package org.linli.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The body of an answer, held back until it is whole, so that a failure can still become a problem
 * and the length is known; one that grows too large to hold goes out as it comes.
 */
final class HeldBack extends OutputStream {
  private static final int HELD_BYTES = 1 << 20;

  /** As much memory as answers are made at once is kept for the next: fresh memory is slow. */
  private static final BlockingQueue<ByteArrayOutputStream> FREE =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  private final HttpServletResponse response;
  private final ByteArrayOutputStream held = take();
  private boolean flowing;

  HeldBack(HttpServletResponse response) {
    this.response = response;
  }

  private static ByteArrayOutputStream take() {
    ByteArrayOutputStream kept = FREE.poll();
    return kept == null ? new ByteArrayOutputStream(1 << 14) : kept;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    if (!flowing && held.size() + length > HELD_BYTES) {
      flowing = true;
      held.writeTo(response.getOutputStream());
      held.reset();
    }
    if (flowing) {
      response.getOutputStream().write(bytes, start, length);
    } else {
      held.write(bytes, start, length);
    }
  }

  /** Sends what is held, with its length; an answer without bytes becomes a 204. Called once. */
  void finish() throws IOException {
    if (!flowing && held.size() == 0) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else if (!flowing) {
      response.setContentLength(held.size());
      held.writeTo(response.getOutputStream());
    }
    held.reset();
    FREE.offer(held);
  }
}
