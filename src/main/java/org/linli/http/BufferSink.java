package org.linli.http;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;

/** Takes all of a buffer. The server's own stream takes one outside of the heap without a copy. */
interface BufferSink {
  void take(ByteBuffer bytes) throws IOException;

  static BufferSink of(OutputStream out) {
    return out instanceof ServletOutputStream server
        ? server::write
        : Channels.newChannel(out)::write;
  }
}
