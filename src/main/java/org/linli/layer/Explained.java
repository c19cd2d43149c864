package org.linli.layer;

/** A failure that is told to whoever asked, in their language. */
public interface Explained {

  /** What was wrong, where, and what to do. */
  LocalText detail();
}
