package org.linli.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small shapefile, byte by byte, so that it can be wrong in any way. */
public final class ShapefileBytes {
  private static final int HEADER_BYTES = 100;

  private final int type;
  private final Charset charset;
  private final List<String> columns = new ArrayList<>();
  private final List<byte[]> shapes = new ArrayList<>();
  private final List<String[]> rows = new ArrayList<>();
  private int languageDriver;

  /**
   * @param type the code of the shapes
   */
  public ShapefileBytes(int type, Charset charset) {
    this.type = type;
    this.charset = charset;
  }

  public ShapefileBytes languageDriver(int code) {
    languageDriver = code;
    return this;
  }

  /**
   * @param column as {@code name C 20} or {@code height N 10}
   */
  public ShapefileBytes column(String column) {
    columns.add(column);
    return this;
  }

  /**
   * @param values as they are written; the first may begin with {@code *} for a deleted row
   */
  public ShapefileBytes row(byte[] shape, String... values) {
    shapes.add(shape);
    rows.add(values);
    return this;
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  public static byte[] none() {
    return little(4).array();
  }

  public static byte[] point(double x, double y) {
    return little(20).putInt(1).putDouble(x).putDouble(y).array();
  }

  public static byte[] pointWithHeight(double x, double y, double z) {
    return little(36).putInt(11).putDouble(x).putDouble(y).putDouble(z).putDouble(0).array();
  }

  /**
   * @param type 3 for lines, 5 for rings
   * @param parts each as x, y, x, y, …
   */
  public static byte[] parts(int type, double[]... parts) {
    int points = 0;
    for (double[] part : parts) {
      points += part.length / 2;
    }
    ByteBuffer bytes = little(44 + 4 * parts.length + 16 * points);
    bytes.putInt(type).putDouble(0).putDouble(0).putDouble(0).putDouble(0);
    bytes.putInt(parts.length).putInt(points);
    int begin = 0;
    for (double[] part : parts) {
      bytes.putInt(begin);
      begin += part.length / 2;
    }
    for (double[] part : parts) {
      for (double ordinate : part) {
        bytes.putDouble(ordinate);
      }
    }
    return bytes.array();
  }

  public byte[] shp() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int length = HEADER_BYTES;
    for (byte[] shape : shapes) {
      length += 8 + shape.length;
    }
    out.writeBytes(header(length));
    for (int i = 0; i < shapes.size(); i++) {
      byte[] shape = shapes.get(i);
      out.writeBytes(ByteBuffer.allocate(8).putInt(i + 1).putInt(shape.length / 2).array());
      out.writeBytes(shape);
    }
    return out.toByteArray();
  }

  public byte[] shx() {
    ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + 8 * shapes.size());
    out.put(header(out.capacity()));
    int offset = HEADER_BYTES;
    for (byte[] shape : shapes) {
      out.putInt(offset / 2).putInt(shape.length / 2);
      offset += 8 + shape.length;
    }
    return out.array();
  }

  private byte[] header(int length) {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.putInt(0, 9994).putInt(24, length / 2);
    header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
    return header.array();
  }

  public byte[] dbf() {
    int headerBytes = 33 + 32 * columns.size();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int rowBytes = 1 + columns.stream().mapToInt(ShapefileBytes::length).sum();
    ByteBuffer header = little(32).put((byte) 3).put((byte) 126).put((byte) 5).put((byte) 1);
    header.putInt(rows.size()).putShort((short) headerBytes).putShort((short) rowBytes);
    header.put(29, (byte) languageDriver);
    out.writeBytes(header.array());
    for (String column : columns) {
      ByteBuffer field = little(32);
      byte[] name = column.split(" ")[0].getBytes(charset);
      field.put(name, 0, Math.min(name.length, 10));
      field.put(11, (byte) column.split(" ")[1].charAt(0)).put(16, (byte) length(column));
      out.writeBytes(field.array());
    }
    out.write('\r');
    rows.forEach(row -> out.writeBytes(row(row, rowBytes)));
    out.write(0x1A);
    return out.toByteArray();
  }

  private static int length(String column) {
    return Integer.parseInt(column.split(" ")[2]);
  }

  private byte[] row(String[] values, int rowBytes) {
    byte[] bytes = " ".repeat(rowBytes).getBytes(StandardCharsets.US_ASCII);
    int at = 1;
    for (int i = 0; i < columns.size(); i++) {
      String value = values[i];
      if (i == 0 && value.startsWith("*")) {
        bytes[0] = '*';
        value = value.substring(1);
      }
      byte[] text = value.getBytes(charset);
      int length = length(columns.get(i));
      System.arraycopy(text, 0, bytes, at, Math.min(text.length, length));
      at += length;
    }
    return bytes;
  }

  /** The three files by their names. */
  public Map<String, byte[]> files(String stem) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(stem + ".shp", shp());
    files.put(stem + ".shx", shx());
    files.put(stem + ".dbf", dbf());
    return files;
  }

  /** Writes the three files into a folder. */
  public Path write(Path folder, String stem) {
    try {
      for (Map.Entry<String, byte[]> file : files(stem).entrySet()) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return folder.resolve(stem + ".shp");
  }
}
