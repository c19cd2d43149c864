package org.linli.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Threads that help with what can be shared: one less than there are processors, whoever asks for
 * them. When all are helping already, the next must do alone.
 */
final class SpareThreads {
  private static final Semaphore IDLE =
      new Semaphore(Math.max(0, Runtime.getRuntime().availableProcessors() - 1));
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(SpareThreads::helper);

  private SpareThreads() {}

  private static Thread helper(Runnable work) {
    Thread thread = new Thread(work, "export-helper");
    thread.setDaemon(true);
    return thread;
  }

  /** Has each idle thread do the same work, which must not throw. */
  static List<Future<?>> start(Runnable work) {
    List<Future<?>> started = new ArrayList<>();
    while (IDLE.tryAcquire()) {
      started.add(THREADS.submit(() -> help(work)));
    }
    return started;
  }

  private static void help(Runnable work) {
    try {
      work.run();
    } finally {
      IDLE.release();
    }
  }

  /** Waits until all have ended, even when this thread is interrupted meanwhile. */
  static void await(List<Future<?>> started) {
    boolean interrupted = false;
    for (Future<?> helper : started) {
      while (!helper.isDone()) {
        interrupted |= wasInterruptedIn(helper);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean wasInterruptedIn(Future<?> helper) {
    try {
      helper.get();
      return false;
    } catch (InterruptedException interrupted) {
      return true;
    } catch (ExecutionException failed) {
      throw new IllegalStateException("A helper must not throw.", failed);
    }
  }
}
