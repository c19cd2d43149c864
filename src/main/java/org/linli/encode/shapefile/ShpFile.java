package org.linli.encode.shapefile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.linli.encode.Shape;

/**
 * The shapes of a shapefile and their index, {@code .shp} and {@code .shx} (ESRI Shapefile
 * Technical Description, 1998). Used by one thread.
 */
final class ShpFile implements AutoCloseable {
  private static final int HEADER_BYTES = 100;
  private static final int FILE_CODE = 9994;
  private static final int VERSION = 1000;
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path shp;
  private final Path shx;
  private final int type;
  private final OutputStream shapes;
  private final OutputStream index;
  private final ByteBuffer entry = ByteBuffer.allocate(8);
  private final double[] box = new double[4];
  private final double[] extent = {
    Double.POSITIVE_INFINITY,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };
  private final double[] measures = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
  private ByteBuffer content = little(1 << 12);
  private long bytes = HEADER_BYTES;
  private int records;

  /**
   * @param type of all shapes that are any
   */
  ShpFile(Path shp, Path shx, int type) throws IOException {
    this.shp = shp;
    this.shx = shx;
    this.type = type;
    this.shapes = new BufferedOutputStream(Files.newOutputStream(shp), BUFFER_BYTES);
    this.index = new BufferedOutputStream(Files.newOutputStream(shx), BUFFER_BYTES);
    shapes.write(new byte[HEADER_BYTES]);
    index.write(new byte[HEADER_BYTES]);
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  void add(Shape shape) throws IOException {
    take(shape);
    int length = content.flip().remaining();
    records++;
    shapes.write(entry.clear().putInt(records).putInt(length / 2).array());
    shapes.write(content.array(), 0, length);
    index.write(entry.clear().putInt((int) (bytes / 2)).putInt(length / 2).array());
    bytes += 8L + length;
  }

  private void take(Shape shape) {
    long needed = 64L + 4L * shape.parts() + 24L * shape.vertices();
    if (needed > content.capacity()) {
      content = little(Math.toIntExact(2 * needed));
    }
    content.clear();
    if (shape.parts() == 0) {
      content.putInt(ShapeGroup.NULL_SHAPE);
      return;
    }
    shape.box(box);
    extent[0] = Math.min(extent[0], box[0]);
    extent[1] = Math.min(extent[1], box[1]);
    extent[2] = Math.max(extent[2], box[2]);
    extent[3] = Math.max(extent[3], box[3]);
    content.putInt(type);
    switch (type) {
      case ShapeGroup.POINT -> content.putDouble(shape.x(0)).putDouble(shape.y(0));
      case ShapeGroup.MULTIPOINT -> multipoint(shape);
      default -> parts(shape);
    }
  }

  private void multipoint(Shape shape) {
    putBox(content, box);
    content.putInt(shape.vertices());
    vertices(shape);
  }

  private void parts(Shape shape) {
    putBox(content, box);
    content.putInt(shape.parts()).putInt(shape.vertices());
    for (int part = 0; part < shape.parts(); part++) {
      content.putInt(shape.start(part));
    }
    vertices(shape);
    if (type == ShapeGroup.POLYLINE_M) {
      measures(shape);
    }
  }

  private static void putBox(ByteBuffer to, double[] box) {
    for (double side : box) {
      to.putDouble(side);
    }
  }

  private void vertices(Shape shape) {
    for (int vertex = 0; vertex < shape.vertices(); vertex++) {
      content.putDouble(shape.x(vertex)).putDouble(shape.y(vertex));
    }
  }

  private void measures(Shape shape) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int vertex = 0; vertex < shape.vertices(); vertex++) {
      least = Math.min(least, shape.m(vertex));
      greatest = Math.max(greatest, shape.m(vertex));
    }
    content.putDouble(least).putDouble(greatest);
    for (int vertex = 0; vertex < shape.vertices(); vertex++) {
      content.putDouble(shape.m(vertex));
    }
    measures[0] = Math.min(measures[0], least);
    measures[1] = Math.max(measures[1], greatest);
  }

  /** Writes the headers, which tell what only the end knows. */
  @Override
  public void close() throws IOException {
    shapes.close();
    index.close();
    writeHeader(shp, bytes);
    writeHeader(shx, HEADER_BYTES + 8L * records);
  }

  private void writeHeader(Path file, long fileBytes) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.putInt(FILE_CODE).putInt(24, (int) (fileBytes / 2)).position(28);
    header.order(ByteOrder.LITTLE_ENDIAN).putInt(VERSION).putInt(type);
    if (extent[0] <= extent[2]) {
      putBox(header, extent);
    }
    if (measures[0] <= measures[1]) {
      header.putDouble(84, measures[0]).putDouble(92, measures[1]);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(header.rewind(), 0);
    }
  }
}
