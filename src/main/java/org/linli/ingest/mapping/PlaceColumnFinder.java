package org.linli.ingest.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceColumn;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.values.ColumnNames;
import org.linli.layer.FieldType;

/** Finds the columns that hold the places of a table's rows, by what people call them. */
public final class PlaceColumnFinder {

  /** What this program and GeoPandas call it; it tells more than the numbers beside it. */
  private static final String WHOLE_PLACE = "geometry";

  private static final List<String> TEXTS =
      List.of(WHOLE_PLACE, "wkt", "geom", "the_geom", "wkt_geom", "shape", "几何");

  /** A spelling of x and of y that belong together. */
  private record Pair(String x, String y) {}

  /** Degrees before metres: a table that has both is best read in degrees. */
  private static final List<Pair> PAIRS =
      List.of(
          new Pair("lon", "lat"),
          new Pair("lng", "lat"),
          new Pair("long", "lat"),
          new Pair("longitude", "latitude"),
          new Pair("lon", "latitude"),
          new Pair("经度", "纬度"),
          new Pair("东经", "北纬"),
          new Pair("lon_wgs84", "lat_wgs84"),
          new Pair("wgs84_lon", "wgs84_lat"),
          new Pair("wgs84_lng", "wgs84_lat"),
          new Pair("wgs_lon", "wgs_lat"),
          new Pair("wgs_lng", "wgs_lat"),
          new Pair("wgs84经度", "wgs84纬度"),
          new Pair("gcj_lng", "gcj_lat"),
          new Pair("gcj_lon", "gcj_lat"),
          new Pair("gcj02_lng", "gcj02_lat"),
          new Pair("gcj02_lon", "gcj02_lat"),
          new Pair("bd_lng", "bd_lat"),
          new Pair("bd_lon", "bd_lat"),
          new Pair("bd09_lng", "bd09_lat"),
          new Pair("bd09_lon", "bd09_lat"),
          new Pair("高德经度", "高德纬度"),
          new Pair("百度经度", "百度纬度"),
          new Pair("point_x", "point_y"),
          new Pair("x", "y"),
          new Pair("x坐标", "y坐标"),
          new Pair("坐标x", "坐标y"),
          new Pair("x_coord", "y_coord"),
          new Pair("easting", "northing"),
          new Pair("东坐标", "北坐标"),
          new Pair("横坐标", "纵坐标"));

  private final List<SourceColumn> columns;
  private final List<String> plainNames;

  public PlaceColumnFinder(List<SourceColumn> columns) {
    this.columns = columns;
    this.plainNames = columns.stream().map(column -> ColumnNames.plain(column.name())).toList();
  }

  /**
   * The columns that are mapped by hand, or else those whose names say so.
   *
   * @param mapped columns by what they are mapped to
   * @throws SourceException if a mapped column is not there, or only one of two is mapped
   */
  public Optional<PlaceColumns> find(Map<String, String> mapped) {
    if (mapped.containsKey(PlaceColumns.WKT)) {
      return Optional.of(new PlaceColumns.Text(required(mapped, PlaceColumns.WKT)));
    }
    if (mapped.containsKey(PlaceColumns.LON) || mapped.containsKey(PlaceColumns.LAT)) {
      int x = required(mapped, PlaceColumns.LON);
      return Optional.of(new PlaceColumns.Numbers(x, required(mapped, PlaceColumns.LAT)));
    }
    return text(WHOLE_PLACE)
        .or(() -> PAIRS.stream().flatMap(pair -> find(pair).stream()).findFirst())
        .or(() -> TEXTS.stream().flatMap(name -> text(name).stream()).findFirst());
  }

  private int required(Map<String, String> mapped, String of) {
    String name = mapped.get(of);
    if (name == null) {
      throw new SourceException(ImportIssue.ofField(IssueKind.NO_PLACE_COLUMNS, of));
    }
    return ColumnIndex.get(columns, name);
  }

  private Optional<PlaceColumns> find(Pair pair) {
    OptionalInt x = named(pair.x());
    OptionalInt y = named(pair.y());
    return x.isPresent() && y.isPresent()
        ? Optional.of(new PlaceColumns.Numbers(x.getAsInt(), y.getAsInt()))
        : Optional.empty();
  }

  private Optional<PlaceColumns> text(String name) {
    OptionalInt found = named(name);
    return found.isPresent() && isText(found.getAsInt())
        ? Optional.of(new PlaceColumns.Text(found.getAsInt()))
        : Optional.empty();
  }

  private boolean isText(int column) {
    return columns.get(column).type() == FieldType.TEXT;
  }

  private OptionalInt named(String name) {
    String wanted = ColumnNames.plain(name);
    return IntStream.range(0, plainNames.size())
        .filter(i -> plainNames.get(i).equals(wanted))
        .findFirst();
  }
}
