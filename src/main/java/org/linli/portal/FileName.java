package org.linli.portal;

import java.nio.charset.StandardCharsets;
import org.linli.encode.ExportFormat;
import org.linli.encode.file.LayerFile;
import org.linli.layer.LayerDefinition;
import org.springframework.web.util.UriUtils;

/**
 * What a browser calls a file that it saves: the layer's title, and for those that read only ASCII
 * its id.
 *
 * @param shown whether a browser may show it instead of saving it
 */
record FileName(String ascii, String title, boolean shown) {
  private static final int LONGEST_TITLE = 60;

  static FileName of(LayerDefinition definition, LayerFile file) {
    String ending = "." + file.ending();
    return new FileName(
        definition.id() + ending,
        usable(definition.title().zh(), definition.id()) + ending,
        file.ending().equals(ExportFormat.GEOJSON.ending()));
  }

  /** Without what a file system may refuse. */
  private static String usable(String title, String otherwise) {
    String name = title.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]+", " ").strip();
    boolean tooLong = name.codePointCount(0, name.length()) > LONGEST_TITLE;
    String kept = tooLong ? name.substring(0, name.offsetByCodePoints(0, LONGEST_TITLE)) : name;
    return kept.isEmpty() || kept.startsWith(".") ? otherwise : kept;
  }

  /** The value of {@code Content-Disposition} (RFC 6266). */
  String header() {
    return (shown ? "inline" : "attachment")
        + "; filename=\""
        + ascii
        + "\"; filename*=UTF-8''"
        + UriUtils.encode(title, StandardCharsets.UTF_8);
  }
}
