package org.linli.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Draws one plot that is not lived on, by the letter that marks it on the sub-district's plan. */
final class PublicGroundPlan {
  private final char letter;
  private final String cell;
  private final Polygon outline;
  private final Turn turn;
  private final Site site;
  private final Dice dice;
  private final Scatter scatter;
  private final double spineX;
  private final List<Green> greens = new ArrayList<>();
  private List<LineString> parkPaths = List.of();
  private Geometry streetsAround = Drawing.FACTORY.createPolygon();
  private final List<Double> lanesY = new ArrayList<>();

  PublicGroundPlan(char letter, String cell, Polygon outline, double radians, Dice dice) {
    this.letter = letter;
    this.cell = cell;
    this.outline = outline;
    this.turn = new Turn(outline.getCentroid().getCoordinate(), radians);
    this.site = new Site((Polygon) turn.toSite(outline.buffer(-3, 2)));
    this.dice = dice;
    this.scatter = new Scatter(site, dice);
    this.spineX = dice.between(-20, 20);
  }

  /**
   * @param name what the open space on it is called
   * @param streets centre lines around it, on the plan
   */
  PublicGround draw(Name name, Geometry streets) {
    streetsAround = turn.toSite(streets);
    reserveSpine();
    switch (letter) {
      case 'S' -> school(name);
      case 'H' -> hospital(name);
      case 'M' -> market();
      case 'W' -> rows(RowStyle.WORKSHOPS);
      case 'O' -> rows(RowStyle.OFFICES);
      case 'G' -> civicCentre(name);
      case 'K' -> park(name);
      case 'k' -> kindergarten();
      default -> wasteland(name);
    }
    List<LineString> lanes =
        hasPond() ? parkPaths : new Lanes(site, spineX, streetsAround, List.of()).draw(lanesY);
    return new PublicGround(
        letter,
        cell,
        outline,
        site.blocks().stream().map(block -> block.moved(turn)).toList(),
        greens.stream().map(green -> green.moved(turn)).toList(),
        lanes.stream().map(this::way).toList());
  }

  private Way way(LineString line) {
    return (letter == 'K' ? Way.path(line) : Way.lane(line, true)).moved(turn);
  }

  private void reserveSpine() {
    Envelope extent = site.ground().getEnvelopeInternal();
    site.reserve(
        Drawing.rectangle(spineX - 2, extent.getMinY() - 5, spineX + 2, extent.getMaxY() + 5));
  }

  private void rows(RowStyle style) {
    lanesY.addAll(new SlabRows(site, style, spineX, dice).fill());
  }

  private void school(Name name) {
    scatter
        .openInTheMiddle(Footprints.bed(34, 20, dice), 5)
        .ifPresent(spot -> greens.add(new Green(Name.NONE, spot, "lawn", "good", "private")));
    open(name, Footprints.track(dice.between(112, 128), 62), "pitch", "private", 6);
    scatter.anywhere(Footprints.horseshoe(64, 46, 13), "school", 4, 8);
    scatter.anywhere(Footprints.ell(58, 40, 13), "school", 5, 8);
    scatter.anywhere(Footprints.hall(34, 22), "school", 2, 8);
    scatter.anywhere(Footprints.hall(48, 13), "school", 4, 8);
    open(Name.NONE, Footprints.hall(28, 15), "pitch", "private", 5);
  }

  private void hospital(Name name) {
    scatter.near(Footprints.letterH(74, 52, 16), "clinic", 11, 0, 0, 70);
    scatter.anywhere(Footprints.ell(54, 38, 15), "clinic", 5, 12);
    scatter.anywhere(Footprints.hall(40, 16), "clinic", 4, 12);
    scatter.anywhere(Footprints.hall(20, 12), "utility", 1, 8);
    open(name, Footprints.bed(52, 36, dice), "garden", "everyone", 6);
  }

  private void market() {
    scatter.near(Footprints.hall(96, 48), "commercial", 3, 30, 0, 70);
    rows(RowStyle.STALLS);
  }

  private void civicCentre(Name name) {
    scatter
        .openInTheMiddle(Footprints.ofArea(Footprints.regular(8, 24), 1_260), 6)
        .ifPresent(spot -> greens.add(new Green(name, spot, "square", "good", "everyone")));
    scatter.anywhere(Footprints.ell(66, 46, 18), "culture", 4, 14);
    scatter.anywhere(Footprints.hall(46, 18), "service", 5, 14);
    scatter.anywhere(Footprints.regular(6, 17), "culture", 2, 14);
    scatter.anywhere(Footprints.hall(62, 15), "office", 6, 14);
    open(Name.NONE, Footprints.bed(44, 24, dice), "lawn", "everyone", 6);
    open(Name.NONE, Footprints.bed(38, 28, dice), "garden", "everyone", 6);
  }

  private void kindergarten() {
    scatter.anywhere(Footprints.horseshoe(34, 24, 10), "kindergarten", 3, 4);
    open(Name.NONE, Footprints.bed(20, 14, dice), "playground", "private", 2);
  }

  private void park(Name name) {
    Polygon lawn = (Polygon) site.ground().buffer(-3, 2);
    if (!hasPond()) {
      greens.add(new Green(name, lawn, "garden", "good", "everyone"));
      return;
    }
    double size = StrictMath.sqrt(lawn.getArea());
    Polygon pond =
        Footprints.bed(size * dice.between(0.3, 0.42), size * dice.between(0.2, 0.34), dice);
    greens.add(new Green(name, Drawing.withHole(lawn, pond), "park", "good", "everyone"));
    site.reserve(pond);
    parkPaths = new ParkPaths(site.ground(), streetsAround, pond).draw();
    parkPaths.forEach(site::reserve);
    scatter.anywhere(Footprints.regular(6, 7), "culture", 1, 8);
    scatter.anywhere(Footprints.regular(8, 5), "culture", 1, 8);
    scatter.anywhere(Footprints.hall(5, 3.5), "kiosk", 1, 6);
    scatter.anywhere(Footprints.hall(11, 6), "utility", 1, 6);
  }

  private boolean hasPond() {
    return letter == 'K' && outline.getArea() > 20_000;
  }

  private void wasteland(Name name) {
    open(name, Footprints.bed(118, 90, dice), "bare_land", "everyone", 6);
    scatter.anywhere(Footprints.hall(30, 12), "utility", 1, 6);
    scatter.anywhere(Footprints.hall(5, 3.5), "kiosk", 1, 6);
    rows(RowStyle.STALLS);
  }

  private void open(Name name, Polygon shape, String kind, String access, double clearanceMetres) {
    String condition = kind.equals("bare_land") ? "bare" : "good";
    scatter
        .open(shape, clearanceMetres)
        .ifPresent(spot -> greens.add(new Green(name, spot, kind, condition, access)));
  }
}
