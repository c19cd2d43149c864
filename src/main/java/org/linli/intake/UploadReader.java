package org.linli.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.InvalidContentTypeException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.layer.Parameters;
import org.linli.layer.RefusedException;

/**
 * Reads a multipart form as it arrives: the file goes straight to the disk, and nothing is read
 * beyond the first part that is not wanted. The servlet container's own handling is not used, for
 * it takes in the whole body before anyone has looked at who sends it.
 */
final class UploadReader {
  static final String FILE = "file";

  private static final int LONGEST_FIELD_BYTES = 4_096;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_PARTS = 200;
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path folder;
  private final long maxBytes;
  private final Set<String> known;

  /**
   * @param folder where the file goes
   * @param maxBytes how large the file may be
   * @param known the names of the other parts
   */
  UploadReader(Path folder, long maxBytes, Set<String> known) {
    this.folder = folder;
    this.maxBytes = maxBytes;
    this.known = known;
  }

  /**
   * @throws RefusedException if it is no form, breaks off, or is too large
   * @throws InvalidParameterException if a part is unknown, or there is not exactly one file
   */
  Upload read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > maxBytes + (long) MOST_PARTS * LONGEST_FIELD_BYTES) {
      throw tooLarge();
    }
    Files.createDirectories(folder);
    Path file = Files.createTempFile(folder, "upload-", "");
    boolean complete = false;
    try {
      Upload upload = new Form(file).read(request);
      complete = true;
      return upload;
    } catch (InvalidContentTypeException otherContent) {
      throw notAForm();
    } catch (FileUploadException | MalformedStreamException | EOFException broken) {
      throw brokenOff();
    } finally {
      if (!complete) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** One form while it is read. */
  private final class Form {
    private final Path file;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private String fileName;
    private int parts;

    Form(Path file) {
      this.file = file;
    }

    Upload read(HttpServletRequest request) throws IOException {
      FileUpload form = new FileUpload();
      form.setHeaderEncoding(StandardCharsets.UTF_8.name());
      FileItemIterator each = form.getItemIterator(new ServletRequestContext(request));
      while (each.hasNext()) {
        take(each.next());
      }
      if (fileName == null) {
        throw noFile();
      }
      return new Upload(file, fileName, new Parameters(fields));
    }

    private void take(FileItemStream part) throws IOException {
      String name = part.getFieldName();
      if (++parts > MOST_PARTS) {
        throw brokenOff();
      }
      if (FILE.equals(name)) {
        takeFile(part);
      } else {
        new Parameters(Map.of(String.valueOf(name), List.of())).requireOnly(known);
        fields.computeIfAbsent(name, first -> new ArrayList<>()).add(text(part));
      }
    }

    private void takeFile(FileItemStream part) throws IOException {
      if (fileName != null) {
        throw secondFile();
      }
      fileName = plain(part.getName());
      try (InputStream in = part.openStream();
          OutputStream out = Files.newOutputStream(file)) {
        byte[] buffer = new byte[BUFFER_BYTES];
        long total = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          total += n;
          if (total > maxBytes) {
            throw tooLarge();
          }
          out.write(buffer, 0, n);
        }
      }
    }

    private String text(FileItemStream part) throws IOException {
      try (InputStream in = part.openStream()) {
        byte[] bytes = in.readNBytes(LONGEST_FIELD_BYTES + 1);
        if (bytes.length > LONGEST_FIELD_BYTES) {
          throw tooLong(part.getFieldName());
        }
        return new String(bytes, StandardCharsets.UTF_8);
      }
    }
  }

  /** A file's name without folders, which it may come with, and without control characters. */
  private static String plain(String sent) {
    String name = sent == null ? "" : sent.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
    String shortened = name.substring(Math.max(0, name.length() - LONGEST_NAME));
    return shortened.isBlank() ? FILE : shortened;
  }

  private RefusedException tooLarge() {
    long megabytes = maxBytes >> 20;
    String most = megabytes > 0 ? megabytes + " MB" : maxBytes + " B";
    return new RefusedException(
        413,
        new LocalText(
            "文件超过 " + most + " 的上限。请分成几部分，或调大 linli.ingest.max-upload。",
            "The file is larger than "
                + most
                + ". Send it in parts, or raise linli.ingest.max-upload.",
            "ཡིག་ཆ་ "
                + most
                + " ལས་ཆེ་བ་འདུག ཆ་ཤས་སུ་བགོས་ནས་སྐུར་རོགས། (linli.ingest.max-upload)"));
  }

  private static RefusedException notAForm() {
    return new RefusedException(
        415,
        new LocalText(
            "请以 multipart/form-data 表单发送，文件放在名为 file 的部分。",
            "Send a form, multipart/form-data, with the file in the part «file».",
            "multipart/form-data འགེངས་ཤོག་སྐུར་རོགས། ཡིག་ཆ་ «file» ཞེས་པའི་ནང་འཇུག"));
  }

  private static RefusedException brokenOff() {
    return new RefusedException(
        400,
        new LocalText(
            "表单不完整或写法有误，没有导入任何内容；请重新发送。",
            "The form breaks off or is malformed; nothing was imported. Send it again.",
            "འགེངས་ཤོག་མ་ཚང་བ་འདུག ཅི་ཡང་ནང་འདྲེན་མ་བྱས། ཡང་བསྐྱར་སྐུར་རོགས།"));
  }

  private static InvalidParameterException noFile() {
    return new InvalidParameterException(
        FILE,
        new LocalText(
            "没有文件：请把它放在名为 file 的部分。",
            "There is no file: send it in the part «file».",
            "ཡིག་ཆ་མེད། «file» ཞེས་པའི་ནང་འཇུག་རོགས།"));
  }

  private static InvalidParameterException secondFile() {
    return new InvalidParameterException(
        FILE,
        new LocalText(
            "一次只能导入一个文件。",
            "There are two files; send one at a time.",
            "ཐེངས་རེར་ཡིག་ཆ་གཅིག་ལས་མི་ཆོག"));
  }

  private static InvalidParameterException tooLong(String name) {
    return new InvalidParameterException(
        name,
        new LocalText(
            "参数「" + name + "」过长，最多 " + LONGEST_FIELD_BYTES + " 字节。",
            "Parameter «" + name + "» is longer than " + LONGEST_FIELD_BYTES + " bytes.",
            "ཞུགས་གྲངས་ «" + name + "» རིང་དྲགས། མང་མཐའ་ " + LONGEST_FIELD_BYTES));
  }
}
