package org.linli.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Future;

/**
 * One stream that several threads write to in pieces, which go out in the order of their numbers
 * from 0. A thread that writes before the turn of its piece waits: nothing is held here, and what
 * is ready early lies in the buffer of its writer, so that memory does not grow with the stream. A
 * piece may be larger than that buffer; the rest of it is written when its turn has come.
 */
final class Relay {
  private final OutputStream out;
  private long turn;
  private Throwable failure;

  Relay(OutputStream out) {
    this.out = out;
  }

  /** Writes piece after piece to its lane until there is none left. Called by several threads. */
  interface Runner {
    void run(Lane lane) throws IOException;
  }

  /** Where one thread writes its pieces. */
  final class Lane extends OutputStream {
    private long piece;

    void begin(long number) {
      piece = number;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int count) throws IOException {
      awaitTurn(piece);
      out.write(bytes, start, count);
    }

    /** Hands on to the next piece; all of this one must have been written. */
    void end() throws IOException {
      awaitTurn(piece);
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
    if (failure != null) {
      throw new IOException("Another piece could not be written.", failure);
    }
  }

  private synchronized void next() {
    turn++;
    notifyAll();
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
