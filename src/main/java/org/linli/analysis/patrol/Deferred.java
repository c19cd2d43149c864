package org.linli.analysis.patrol;

import java.util.function.Function;
import org.linli.analysis.Cancellation;

/** Something that takes long, and is worked out when it is first asked for. Thread-safe. */
final class Deferred<T> {
  private Function<Cancellation, T> work;
  private T worked;

  Deferred(Function<Cancellation, T> work) {
    this.work = work;
  }

  static <T> Deferred<T> of(T worked) {
    return new Deferred<>(cancellation -> worked);
  }

  /** Work that is given up throws, and is begun anew by the next who asks. */
  synchronized T get(Cancellation cancellation) {
    if (work != null) {
      worked = work.apply(cancellation);
      work = null;
    }
    return worked;
  }
}
