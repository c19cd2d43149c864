package org.linli.analysis.patrol;

import java.util.List;
import org.linli.analysis.PlaneShapes;
import org.locationtech.jts.geom.Coordinate;

/** Where no paths are known: straight to the middle of each building. */
final class OpenGround implements Ground {
  private final int[] buildings;
  private final Coordinate[] spots;

  /**
   * @param buildings that have a place
   */
  OpenGround(Coordinate start, PlaneShapes shapes, int[] buildings) {
    this.buildings = buildings;
    this.spots = new Coordinate[buildings.length + 1];
    spots[0] = start;
    double[] xy = new double[2];
    for (int i = 0; i < buildings.length; i++) {
      shapes.centre(buildings[i], xy);
      spots[i + 1] = new Coordinate(xy[0], xy[1]);
    }
  }

  @Override
  public String mode() {
    return "straight";
  }

  @Override
  public int[] buildings() {
    return buildings.clone();
  }

  @Override
  public Coordinate spot(int place) {
    return spots[place];
  }

  @Override
  public double metres(int from, int to) {
    return spots[from].distance(spots[to]);
  }

  @Override
  public List<Coordinate> way(int from, int to) {
    return List.of(spots[from], spots[to]);
  }
}
