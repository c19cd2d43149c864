package org.linli.ingest.osm;

import com.google.protobuf.InvalidProtocolBufferException;
import crosby.binary.Fileformat.Blob;
import crosby.binary.Fileformat.BlobHeader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/**
 * The blobs of a PBF file, one after the other. The messages are the library's; the frames are read
 * here because the library gives a blob as much memory as it says it will need.
 */
final class PbfBlobs implements AutoCloseable {
  /** As the format's specification says. */
  static final int LARGEST_HEADER = 64 * 1024;

  static final int LARGEST_BLOB = 32 * 1024 * 1024;

  private final InputStream in;
  private long position;
  private long blobStart;

  /**
   * @param type {@code OSMHeader}, {@code OSMData}, or something to be skipped
   */
  record Unpacked(String type, byte[] content) {}

  PbfBlobs(Path file) throws IOException {
    in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  /** Bytes read so far. */
  long position() {
    return position;
  }

  /** Where the current blob begins, for messages. */
  String place() {
    return String.valueOf(blobStart);
  }

  /** The next blob, or empty at the end of the file. */
  Optional<Unpacked> next() throws IOException {
    blobStart = position;
    byte[] length = in.readNBytes(Integer.BYTES);
    if (length.length == 0) {
      return Optional.empty();
    }
    position += length.length;
    int headerSize = length.length < Integer.BYTES ? 0 : ByteBuffer.wrap(length).getInt();
    if (length.length < Integer.BYTES) {
      throw truncated();
    }
    BlobHeader header = BlobHeader.parseFrom(bytes(headerSize, LARGEST_HEADER));
    Blob blob = Blob.parseFrom(bytes(header.getDatasize(), LARGEST_BLOB));
    return Optional.of(new Unpacked(header.getType(), unpacked(blob)));
  }

  private byte[] bytes(int size, int most) throws IOException {
    if (size < 0 || size > most) {
      throw unreadable("a part of " + Integer.toUnsignedString(size) + " bytes, more than " + most);
    }
    byte[] bytes = in.readNBytes(size);
    position += bytes.length;
    if (bytes.length < size) {
      throw truncated();
    }
    return bytes;
  }

  private byte[] unpacked(Blob blob) {
    return switch (blob.getDataCase()) {
      case RAW -> blob.getRaw().toByteArray();
      case ZLIB_DATA -> inflated(blob);
      default ->
          throw new SourceException(
              ImportIssue.ofFile(IssueKind.OSM_UNKNOWN_FEATURE, blob.getDataCase()));
    };
  }

  private byte[] inflated(Blob blob) {
    int size = blob.getRawSize();
    if (size < 0 || size > LARGEST_BLOB) {
      throw unreadable("a blob of " + Integer.toUnsignedString(size) + " bytes");
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(blob.getZlibData().asReadOnlyByteBuffer());
      byte[] content = new byte[size];
      int filled = inflater.inflate(content);
      // One byte more than was said is enough to see the lie.
      if (filled < size || inflater.inflate(new byte[1]) > 0 || !inflater.finished()) {
        throw unreadable("a blob that is not as long as it says, " + size + " bytes");
      }
      return content;
    } catch (DataFormatException broken) {
      throw unreadable("zlib: " + broken.getMessage());
    } finally {
      inflater.end();
    }
  }

  private SourceException truncated() {
    return new SourceException(ImportIssue.ofFile(IssueKind.TRUNCATED, place()));
  }

  SourceException unreadable(String reason) {
    return new SourceException(ImportIssue.ofFile(IssueKind.UNREADABLE, place(), reason));
  }

  SourceException unreadable(InvalidProtocolBufferException broken) {
    return unreadable("Protocol Buffers: " + broken.getMessage());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
