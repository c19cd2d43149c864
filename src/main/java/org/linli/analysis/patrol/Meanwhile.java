package org.linli.analysis.patrol;

import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;

/**
 * What another processor works out while this thread goes on; this thread itself if none is idle.
 */
final class Meanwhile<T> {
  private final ForkJoinTask<T> task;

  private Meanwhile(ForkJoinTask<T> task) {
    this.task = task;
  }

  static <T> Meanwhile<T> begin(Callable<T> work) {
    return new Meanwhile<>(ForkJoinTask.adapt(work).fork());
  }

  /** Waits for it, and throws what it threw. */
  T get() {
    return task.join();
  }
}
