package org.linli.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small workbook, part by part, so that it can be wrong in any way. */
public final class WorkbookBytes {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Map<String, byte[]> parts = new TreeMap<>();
  private final List<String> sheets = new ArrayList<>();
  private final StringBuilder types = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private boolean from1904;

  /**
   * @param rows the {@code row} elements
   */
  public WorkbookBytes sheet(String name, String rows) {
    return sheet(name, "visible", rows);
  }

  public WorkbookBytes sheet(String name, String state, String rows) {
    int number = sheets.size() + 1;
    sheets.add(
        "<sheet name='%s' sheetId='%d' state='%s' r:id='r%d'/>"
            .formatted(name, number, state, number));
    relations.append(
        "<Relationship Id='r%d' Type='%s/worksheet' Target='worksheets/sheet%d.xml'/>"
            .formatted(number, RELATIONS, number));
    return part(
        "xl/worksheets/sheet" + number + ".xml",
        "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
  }

  /**
   * @param items the {@code si} elements
   */
  public WorkbookBytes sharedTexts(String items) {
    type("/xl/sharedStrings.xml", "sharedStrings");
    return part("xl/sharedStrings.xml", "<sst xmlns='%s'>%s</sst>".formatted(MAIN, items));
  }

  /**
   * @param formats number formats by themselves; a cell's style is one's place, from 1. A whole
   *     number is one that is built in.
   */
  public WorkbookBytes formats(String... formats) {
    StringBuilder written = new StringBuilder();
    StringBuilder styles = new StringBuilder("<xf numFmtId='0'/>");
    for (int i = 0; i < formats.length; i++) {
      boolean builtIn = formats[i].matches("\\d+");
      int id = builtIn ? Integer.parseInt(formats[i]) : 164 + i;
      if (!builtIn) {
        String code = formats[i].replace("\"", "&quot;");
        written.append("<numFmt numFmtId='%d' formatCode=\"%s\"/>".formatted(id, code));
      }
      styles.append("<xf numFmtId='%d'/>".formatted(id));
    }
    type("/xl/styles.xml", "styles");
    return part(
        "xl/styles.xml",
        "<styleSheet xmlns='%s'><numFmts>%s</numFmts><cellXfs>%s</cellXfs></styleSheet>"
            .formatted(MAIN, written, styles));
  }

  public WorkbookBytes from1904() {
    from1904 = true;
    return this;
  }

  public WorkbookBytes part(String name, String xml) {
    parts.put(name, ("<?xml version='1.0'?>" + xml).getBytes(StandardCharsets.UTF_8));
    return this;
  }

  private void type(String part, String type) {
    types.append("<Override PartName='%s' ContentType='%s%s+xml'/>".formatted(part, TYPE, type));
  }

  public byte[] bytes() {
    type("/xl/workbook.xml", "sheet.main");
    part(
        "[Content_Types].xml",
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            + types
            + "</Types>");
    part(
        "xl/workbook.xml",
        "<workbook xmlns='%s' xmlns:r='%s'><workbookPr date1904='%d'/><sheets>%s</sheets></workbook>"
            .formatted(MAIN, RELATIONS, from1904 ? 1 : 0, String.join("", sheets)));
    part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            + relations
            + "</Relationships>");
    return Zips.of(parts);
  }

  /**
   * A row of texts and numbers.
   *
   * @param cells a number stays one; null is an empty cell
   */
  public static String row(int number, Object... cells) {
    StringBuilder row = new StringBuilder("<row r='" + number + "'>");
    for (int i = 0; i < cells.length; i++) {
      String place = (char) ('A' + i) + "" + number;
      if (cells[i] instanceof Number) {
        row.append("<c r='%s'><v>%s</v></c>".formatted(place, cells[i]));
      } else if (cells[i] != null) {
        row.append("<c r='%s' t='inlineStr'><is><t>%s</t></is></c>".formatted(place, cells[i]));
      }
    }
    return row.append("</row>").toString();
  }
}
