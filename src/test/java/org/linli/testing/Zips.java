package org.linli.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zip archives for tests, honest ones; a test bends their bytes. */
public final class Zips {
  private Zips() {}

  public static byte[] of(Map<String, byte[]> files) {
    return of(files, StandardCharsets.UTF_8);
  }

  /**
   * @param names the encoding of the names
   */
  public static byte[] of(Map<String, byte[]> files, Charset names) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toByteArray();
  }

  public static byte[] of(String name, String text) {
    return of(Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The files of an archive, by their names. */
  public static Map<String, byte[]> entries(byte[] archive) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return entries;
  }

  /** Where the directory's entry of a number, from 0, begins. */
  public static int directoryEntry(byte[] zip, int number) {
    int found = -1;
    for (int i = 0; i + 4 <= zip.length; i++) {
      boolean entry = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2;
      if (entry && ++found == number) {
        return i;
      }
    }
    throw new IllegalArgumentException("There is no entry " + number + ".");
  }
}
