package org.linli.encode.shapefile;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.linli.encode.About;
import org.linli.encode.CsvBytes;
import org.linli.encode.Dictionary;
import org.linli.encode.Selection;

/** What goes into the archive beside the shapefiles, for people. */
final class ReadMe {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Selection selection;
  private final About about;
  private final List<String> names;
  private final List<Part> parts;

  /**
   * @param names the short names of the columns, the key's first
   */
  ReadMe(Selection selection, About about, List<String> names, List<Part> parts) {
    this.selection = selection;
    this.about = about;
    this.names = names;
    this.parts = parts;
  }

  /** The dictionary, with the short name before all else; marked as UTF-8 for spreadsheets. */
  void writeDictionary(OutputStream stream) throws IOException {
    CsvBytes out = new CsvBytes(stream);
    out.raw(BYTE_ORDER_MARK);
    line(out, "column", Dictionary.HEADER);
    List<List<String>> rows = Dictionary.rows(selection.fields());
    for (int i = 0; i < rows.size(); i++) {
      line(out, names.get(i), rows.get(i));
    }
    out.flush();
  }

  private static void line(CsvBytes out, String first, List<String> others) throws IOException {
    out.text(first);
    for (String text : others) {
      out.put(',');
      if (!text.isEmpty()) {
        out.text(text);
      }
    }
    out.endLine();
  }

  String text() {
    List<String> lines = new ArrayList<>(List.of(about.title(), ""));
    lines.addAll(about.lines());
    lines.add("CRS: " + selection.crs().code() + " " + selection.crs().name());
    lines.add("");
    lines.add(
        "字段名最多 10 个字节（三个汉字），原名见 dictionary.csv / Column names have at most 10 bytes;"
            + " dictionary.csv tells the whole ones / མིང་ཚང་མ་ dictionary.csv ནང་ཡོད།");
    lines.addAll(shortenings());
    lines.addAll(cuts());
    return String.join("\r\n", lines) + "\r\n";
  }

  private List<String> shortenings() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < selection.fields().size(); i++) {
      String name = selection.fields().get(i).name();
      if (!name.equals(names.get(i + 1))) {
        lines.add("  " + names.get(i + 1) + " = " + name);
      }
    }
    return lines;
  }

  /** Which texts are not whole. */
  private List<String> cuts() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int column = i;
      long cut = parts.stream().mapToLong(part -> part.cut(column)).sum();
      if (cut > 0) {
        lines.add(
            names.get(i)
                + ": "
                + cut
                + " 个值超过 254 字节，已截短；完整的在 .gpkg、.csv / values are cut at 254 bytes;"
                + " .gpkg and .csv have them whole / གྲངས་ཐང་རིང་དྲགས་པ་བཅད་ཡོད།");
      }
    }
    return lines;
  }
}
