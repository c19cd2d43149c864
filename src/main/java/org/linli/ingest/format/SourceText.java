package org.linli.ingest.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file opened for reading; a byte that is no text in its encoding is an error. */
final class SourceText implements AutoCloseable {
  private final CountingStream bytes;
  private final Reader reader;

  SourceText(Path file, TextEncoding encoding) throws IOException {
    bytes = new CountingStream(Files.newInputStream(file));
    bytes.skipNBytes(encoding.skippedBytes());
    reader =
        new BufferedReader(
            new InputStreamReader(
                bytes,
                encoding
                    .charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  Reader reader() {
    return reader;
  }

  long bytes() {
    return bytes.bytes();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
