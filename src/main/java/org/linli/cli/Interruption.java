package org.linli.cli;

import java.util.concurrent.CountDownLatch;

/** Ctrl-C: what runs is asked to end, and the program ends only once it has. */
final class Interruption implements AutoCloseable {
  private final CountDownLatch ended = new CountDownLatch(1);

  private Interruption() {}

  /**
   * Until it is closed.
   *
   * @param cancel asks what runs to end; called from another thread
   */
  static Interruption asks(Runnable cancel) {
    Interruption interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  cancel.run();
                  interruption.await();
                }));
    return interruption;
  }

  private void await() {
    try {
      ended.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
  }
}
