package org.linli.ingest;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * A short queue between two threads, with an end. The end may be a failure, which the taker then
 * meets.
 */
final class Handover<T> {
  private final BlockingQueue<Item<T>> queue;

  private record Item<T>(Optional<T> value, Optional<Throwable> failure) {}

  Handover(int capacity) {
    queue = new ArrayBlockingQueue<>(capacity);
  }

  /** Waits for room. */
  void give(T value) throws InterruptedException {
    queue.put(new Item<>(Optional.of(value), Optional.empty()));
  }

  void end() throws InterruptedException {
    queue.put(new Item<>(Optional.empty(), Optional.empty()));
  }

  void fail(Throwable failure) throws InterruptedException {
    queue.put(new Item<>(Optional.empty(), Optional.of(failure)));
  }

  /** Waits for the next value; empty at the end. Rethrows the giver's failure. */
  Optional<T> take() throws InterruptedException {
    Item<T> item = queue.take();
    if (item.failure().isPresent()) {
      Throwable failure = item.failure().get();
      if (failure instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure;
    }
    return item.value();
  }
}
