package org.linli.http;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether the layers are in memory: before that, the portal answers nothing but that it is not yet
 * ready.
 */
public final class Readiness {
  /** What the portal is at. */
  public enum State {
    LOADING,
    READY,
    FAILED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.LOADING);

  /** One that has nothing to wait for. */
  static Readiness immediate() {
    Readiness readiness = new Readiness();
    readiness.become(State.READY);
    return readiness;
  }

  public State state() {
    return state.get();
  }

  public void become(State next) {
    state.set(next);
  }
}
