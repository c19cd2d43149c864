package org.linli.encode.shapefile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.encode.About;
import org.linli.encode.Scratch;
import org.linli.encode.Selection;
import org.linli.encode.Shape;
import org.linli.encode.Shape.Winding;
import org.linli.encode.ZipFile;
import org.linli.geo.CrsWkt;
import org.linli.layer.Field;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.linli.layer.RefusedException;
import org.linli.snapshot.Geometries.Kind;
import org.linli.snapshot.RowCursor;

/**
 * Writes features as shapefiles, one a kind of geometry that there is, in one archive with a README
 * and the dictionary, which tells the short names of the columns too.
 */
public final class ShapefileArchive {
  /** Changes whenever the same features would be written as other bytes. */
  public static final int REVISION = 1;

  /** More than this many programs cannot read, although the format could count further. */
  private static final long MOST_BYTES = Integer.MAX_VALUE;

  private static final int NOT_ACCEPTABLE = 406;

  private final Selection selection;
  private final About about;
  private final List<String> names;
  private final long mostBytes;
  private final Map<ShapeGroup, Part> parts = new EnumMap<>(ShapeGroup.class);

  private ShapefileArchive(Selection selection, long mostBytes) {
    this.selection = selection;
    this.mostBytes = mostBytes;
    this.about = About.of(selection.view());
    List<String> all = new ArrayList<>(List.of(LayerDefinition.KEY));
    selection.fields().stream().map(Field::name).forEach(all::add);
    this.names = ShortNames.of(all);
  }

  /**
   * @throws RefusedException if a file of the format cannot be as large
   */
  public static void write(Selection selection, Path scratch, OutputStream out) throws IOException {
    write(selection, scratch, out, MOST_BYTES);
  }

  /**
   * @param mostBytes what a single file may have
   */
  static void write(Selection selection, Path scratch, OutputStream out, long mostBytes)
      throws IOException {
    ShapefileArchive archive = new ShapefileArchive(selection, mostBytes);
    archive.survey();
    try (Scratch work = Scratch.in(scratch)) {
      archive.build(work);
      archive.pack(work, out);
    }
  }

  private void survey() {
    ShapeGroup first = firstGroup();
    RowCursor rows = selection.rows();
    while (rows.next()) {
      parts
          .computeIfAbsent(group(rows, first), g -> new Part(g, selection.definition()))
          .see(rows.block(), rows.row());
    }
    if (parts.isEmpty()) {
      parts.put(first, new Part(first, selection.definition()));
    }
    parts.values().forEach(this::requireSize);
  }

  /** Where rows without a place go. */
  private ShapeGroup firstGroup() {
    RowCursor rows = selection.rows();
    while (rows.next()) {
      Kind kind = rows.block().geometries().kind(rows.row());
      if (kind != Kind.NONE) {
        return ShapeGroup.of(kind).orElseThrow();
      }
    }
    GeometryType type = selection.definition().geometry();
    if (type == GeometryType.LINE || type == GeometryType.TRACK) {
      return ShapeGroup.LINES;
    }
    return type == GeometryType.POLYGON ? ShapeGroup.POLYGONS : ShapeGroup.POINTS;
  }

  private static ShapeGroup group(RowCursor rows, ShapeGroup otherwise) {
    return ShapeGroup.of(rows.block().geometries().kind(rows.row())).orElse(otherwise);
  }

  private void requireSize(Part part) {
    long bytes = Math.max(part.shapeBytes(), part.tableBytes(part.columns(names)));
    if (bytes > mostBytes) {
      throw tooLarge(bytes);
    }
  }

  private static RefusedException tooLarge(long bytes) {
    String size = "%.1f GB".formatted(bytes / 1e9);
    return new RefusedException(
        NOT_ACCEPTABLE,
        new LocalText(
            "Shapefile 单个文件不能超过 2 GB，此数据为 " + size + "：请改用 .gpkg 或 .fgb，或先筛选。",
            "A shapefile holds 2 GB at most, and this would take "
                + size
                + ": take .gpkg or .fgb, or filter first.",
            "Shapefile ནི་ 2 GB ལས་བརྒལ་མི་ཆོག .gpkg ཡང་ན་ .fgb སྤྱོད་རོགས།"));
  }

  private String stem(ShapeGroup group) {
    String id = selection.definition().id();
    return parts.size() == 1 ? id : id + "_" + group.name().toLowerCase(Locale.ROOT);
  }

  private void build(Scratch work) throws IOException {
    Map<ShapeGroup, ShapefileWriter> writers = new EnumMap<>(ShapeGroup.class);
    LocalDate changed = LocalDate.ofInstant(about.asOf(), ZoneOffset.UTC);
    try {
      for (Part part : parts.values()) {
        writers.put(
            part.group(),
            new ShapefileWriter(work, stem(part.group()), part, part.columns(names), changed));
      }
      fill(writers);
    } finally {
      for (ShapefileWriter writer : writers.values()) {
        writer.close();
      }
    }
  }

  private void fill(Map<ShapeGroup, ShapefileWriter> writers) throws IOException {
    ShapeGroup first = firstGroup();
    Shape shape = new Shape(selection.crs(), Winding.CLOCKWISE);
    RowCursor rows = selection.rows();
    while (rows.next()) {
      shape.take(rows.block().geometries(), rows.row());
      writers.get(group(rows, first)).add(shape, rows.block(), rows.row());
    }
  }

  private void pack(Scratch work, OutputStream out) throws IOException {
    try (ZipFile zip = new ZipFile(out, about.asOf())) {
      for (ShapeGroup group : parts.keySet()) {
        for (String ending : ShapefileWriter.ENDINGS) {
          String name = stem(group) + ending;
          Files.copy(work.path(name), zip.entry(name));
        }
        write(zip, stem(group) + ".prj", CrsWkt.esri(selection.crs()));
        write(zip, stem(group) + ".cpg", "UTF-8");
      }
      ReadMe readMe = new ReadMe(selection, about, names, List.copyOf(parts.values()));
      readMe.writeDictionary(zip.entry("dictionary.csv"));
      write(zip, "README.txt", readMe.text());
    }
  }

  private static void write(ZipFile zip, String name, String text) throws IOException {
    zip.entry(name).write(text.getBytes(StandardCharsets.UTF_8));
  }
}
