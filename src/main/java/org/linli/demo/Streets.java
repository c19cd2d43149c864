package org.linli.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The streets along a grid's lines, the trees beside the main ones, and the canal that takes the
 * place of one column.
 */
final class Streets {
  private static final double BANK_METRES = 17;

  private final StreetGrid grid;
  private final PlaceNames names;
  private final List<Street> all = new ArrayList<>();
  private final List<Green> strips = new ArrayList<>();
  private final List<Way> banks = new ArrayList<>();
  private final List<Geometry> roadways = new ArrayList<>();

  Streets(StreetGrid grid, PlaceNames names) {
    this.grid = grid;
    this.names = names;
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns() - 1; column++) {
        addStreet(names.rows().get(row), grid.eastward(column, row));
      }
    }
    for (int column = 0; column < grid.columns(); column++) {
      addColumn(column);
    }
  }

  List<Street> all() {
    return all;
  }

  List<Green> strips() {
    return strips;
  }

  List<Way> banks() {
    return banks;
  }

  /** Everything from house fence to house fence, water included. */
  Geometry roadways() {
    return UnaryUnionOp.union(roadways);
  }

  private void addColumn(int column) {
    PlaceNames.StreetName name = names.columns().get(column);
    if (name.zh().equals(names.canal().zh())) {
      addCanal(column, name);
      return;
    }
    for (int row = 0; row < grid.rows() - 1; row++) {
      if (!runsThroughDoubleBlock(column, row)) {
        addStreet(name, grid.northward(column, row));
      }
    }
  }

  private boolean runsThroughDoubleBlock(int column, int row) {
    String blocks = names.blocks().get(names.blocks().size() - 1 - row);
    return column > 0 && column < blocks.length() && blocks.startsWith("EE", column - 1);
  }

  private void addStreet(PlaceNames.StreetName name, LineString line) {
    Street street = new Street(name.name(), name.kind(), name.half(), line);
    all.add(street);
    roadways.add(line.buffer(name.half(), 3));
    if (street.isMain()) {
      Name trees = new Name(name.zh() + "绿带", "Trees of " + name.en(), "");
      addStrips(trees, line, 12.5, 17);
    }
  }

  private void addCanal(int column, PlaceNames.StreetName name) {
    List<Coordinate> whole = new ArrayList<>();
    for (int row = 0; row < grid.rows() - 1; row++) {
      LineString reach = grid.northward(column, row);
      addStrips(new Name("清渠绿带", "Canal green", ""), reach, 10, 24);
      whole.addAll(Arrays.asList(reach.getCoordinates()).subList(row == 0 ? 0 : 1, 6));
    }
    LineString canal = Drawing.line(whole);
    roadways.add(canal.buffer(name.half(), 3));
    addBank(new Name("清渠西岸步道", "Canal west bank walk", ""), canal, BANK_METRES);
    addBank(new Name("清渠东岸步道", "Canal east bank walk", ""), canal, -BANK_METRES);
  }

  private void addStrips(Name name, LineString line, double near, double far) {
    strips.add(
        new Green(name, Drawing.strip(line, near, far, 27), "street_green", "good", "everyone"));
    strips.add(
        new Green(name, Drawing.strip(line, -near, -far, 27), "street_green", "good", "everyone"));
  }

  private void addBank(Name name, LineString canal, double leftMetres) {
    banks.add(new Way(name, "footway", "paving", true, Drawing.beside(canal, leftMetres)));
  }
}
