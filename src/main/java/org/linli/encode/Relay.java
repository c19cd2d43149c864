package org.linli.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * One stream that several threads write to in pieces, which go out in the order of their numbers
 * from 0. A piece that is ready before its turn is held, and goes out right behind the one before
 * it, while its thread makes the next; so a thread that the machine stops for a moment does not
 * stop the others. Only a few are held, and none that is large: beyond that a thread waits for its
 * turn, so that memory does not grow with the stream.
 */
final class Relay {
  private static final int HELD_BYTES = 1 << 18;

  /** So many pieces are held at most. */
  private static final int MOST_HELD = 4;

  private final OutputStream out;
  private final Map<Long, Held> early = new HashMap<>();
  private final Deque<Held> free = new ArrayDeque<>();
  private int made;
  private long turn;
  private Throwable failure;

  Relay(OutputStream out) {
    this.out = out;
  }

  /** What was written of a piece before its turn. */
  private static final class Held {
    private final byte[] bytes = new byte[HELD_BYTES];
    private int size;

    boolean hasRoom(int count) {
      return count <= bytes.length - size;
    }

    void add(byte[] more, int start, int count) {
      System.arraycopy(more, start, bytes, size, count);
      size += count;
    }
  }

  /** Writes piece after piece to its lane until there is none left. Called by several threads. */
  interface Runner {
    void run(Lane lane) throws IOException;
  }

  /** Where one thread writes its pieces. */
  final class Lane extends OutputStream {
    private long piece;
    private Held held;

    void begin(long number) {
      piece = number;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int count) throws IOException {
      if (held == null && !isTurn(piece)) {
        held = findRoom().orElse(null);
      }
      if (held != null && held.hasRoom(count)) {
        held.add(bytes, start, count);
      } else {
        writeInTurn(bytes, start, count);
      }
    }

    private void writeInTurn(byte[] bytes, int start, int count) throws IOException {
      awaitTurn(piece);
      if (held != null) {
        release(held);
        held = null;
      }
      out.write(bytes, start, count);
    }

    /** Hands on to the next piece; all of this one must have been written. */
    void end() throws IOException {
      Held ready = held;
      held = null;
      if (ready != null && isLeft(piece, ready)) {
        return;
      }
      awaitTurn(piece);
      if (ready != null) {
        release(ready);
      }
      next();
    }
  }

  /**
   * Has this thread run, and any other that has nothing else to do; returns when all have ended.
   *
   * @throws IOException what went wrong first; the others are stopped then
   */
  void run(Runner runner) throws IOException {
    List<Future<?>> helpers = SpareThreads.start(() -> runLane(runner));
    runLane(runner);
    SpareThreads.await(helpers);
    rethrow();
  }

  private void runLane(Runner runner) {
    try {
      runner.run(new Lane());
    } catch (IOException | RuntimeException | Error failed) {
      breakOff(failed);
    }
  }

  private synchronized void awaitTurn(long piece) throws IOException {
    try {
      while (turn != piece && failure == null) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("The wait for an earlier piece was interrupted.", interrupted);
    }
    requireUnbroken();
  }

  private void requireUnbroken() throws IOException {
    if (failure != null) {
      throw new IOException("Another piece could not be written.", failure);
    }
  }

  private synchronized boolean isTurn(long piece) throws IOException {
    requireUnbroken();
    return turn == piece;
  }

  private synchronized Optional<Held> findRoom() {
    if (free.isEmpty() && made < MOST_HELD) {
      made++;
      return Optional.of(new Held());
    }
    return Optional.ofNullable(free.poll());
  }

  /** Whether a piece could be left to whoever writes the one before it. */
  private synchronized boolean isLeft(long piece, Held ready) throws IOException {
    requireUnbroken();
    if (turn == piece) {
      return false;
    }
    early.put(piece, ready);
    return true;
  }

  /** Writes what was held. */
  private void release(Held held) throws IOException {
    out.write(held.bytes, 0, held.size);
    held.size = 0;
    synchronized (this) {
      free.push(held);
    }
  }

  /** The turn of the next piece that is not here yet; those that are go out. */
  private void next() throws IOException {
    for (Held ready = turnOn(); ready != null; ready = turnOn()) {
      release(ready);
    }
  }

  private synchronized Held turnOn() {
    turn++;
    notifyAll();
    return early.remove(turn);
  }

  private synchronized void breakOff(Throwable cause) {
    failure = failure == null ? cause : failure;
    notifyAll();
  }

  private synchronized void rethrow() throws IOException {
    if (failure instanceof IOException failed) {
      throw failed;
    }
    if (failure instanceof RuntimeException failed) {
      throw failed;
    }
    if (failure instanceof Error failed) {
      throw failed;
    }
  }
}
