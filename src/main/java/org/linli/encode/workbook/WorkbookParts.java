package org.linli.encode.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.encode.XmlBytes;
import org.linli.encode.ZipFile;

/** The parts of a workbook beside its sheets: what it consists of, and how days look. */
final class WorkbookParts {
  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private static final String ROOT =
      XML
          + "<Relationships xmlns=\""
          + PACKAGE
          + "relationships\"><Relationship Id=\"rId1\" Type=\""
          + OFFICE
          + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

  private static final String STYLES =
      XML
          + "<styleSheet xmlns=\""
          + MAIN
          + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
          + "</numFmts><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
          + "</fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill>"
          + "<patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border>"
          + "<left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\">"
          + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
          + "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\""
          + " xfId=\"0\"/><xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
          + " applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

  private WorkbookParts() {}

  /**
   * @param sheets the sheets' names, in their order
   */
  static void write(ZipFile zip, List<String> sheets) throws IOException {
    part(zip, "xl/styles.xml", STYLES);
    book(zip, sheets);
    part(zip, "xl/_rels/workbook.xml.rels", relations(sheets.size()));
    part(zip, "[Content_Types].xml", types(sheets.size()));
    part(zip, "_rels/.rels", ROOT);
  }

  private static void part(ZipFile zip, String name, String text) throws IOException {
    OutputStream out = zip.entry(name);
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void book(ZipFile zip, List<String> sheets) throws IOException {
    XmlBytes out = new XmlBytes(zip.entry("xl/workbook.xml"));
    out.raw(XML).raw("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>");
    for (int i = 1; i <= sheets.size(); i++) {
      out.raw("<sheet name=\"").text(sheets.get(i - 1));
      out.raw("\" sheetId=\"" + i + "\" r:id=\"rId" + i + "\"/>");
    }
    out.raw("</sheets></workbook>").flush();
  }

  private static String relations(int sheets) {
    return XML
        + ("<Relationships xmlns=\"" + PACKAGE + "relationships\">")
        + each(sheets, i -> relation(i, "worksheet", "worksheets/sheet" + i + ".xml"))
        + relation(sheets + 1, "styles", "styles.xml")
        + "</Relationships>";
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, type, target);
  }

  private static String types(int sheets) {
    return XML
        + ("<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\"")
        + (" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + type("/xl/workbook.xml", "sheet.main+xml")
        + type("/xl/styles.xml", "styles+xml")
        + each(sheets, i -> type("/xl/worksheets/sheet" + i + ".xml", "worksheet+xml"))
        + "</Types>";
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, TYPE + type);
  }

  private static String each(int count, IntFunction<String> text) {
    return IntStream.rangeClosed(1, count).mapToObj(text).collect(Collectors.joining());
  }
}
