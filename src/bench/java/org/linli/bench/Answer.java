package org.linli.bench;

import java.nio.charset.StandardCharsets;

/**
 * What came back.
 *
 * @param firstByteNanos until its first byte was here
 * @param nanos until its last byte was here
 * @param bytes of the body, decoded from its chunks
 * @param body its bytes; empty when they were only counted
 */
record Answer(int status, long firstByteNanos, long nanos, long bytes, byte[] body) {

  /** A process that ended well. */
  static Answer ofProcess(long nanos) {
    return new Answer(200, nanos, nanos, 0, new byte[0]);
  }

  Answer requireOk(String who) {
    if (status != 200) {
      throw new IllegalStateException(
          who + " answered " + status + ": " + new String(body, StandardCharsets.UTF_8));
    }
    return this;
  }
}
