package org.linli.portal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.linli.geo.Bounds;
import org.locationtech.jts.awt.ShapeWriter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A plan of a few hundred metres around a place, in the size that link previews show: north is up,
 * nothing is written on it, so that it needs no fonts. The colours are those of the pages' light
 * look.
 */
final class PlaceDrawing {
  static final int WIDTH = 1200;
  static final int HEIGHT = 630;
  private static final double HALF_HEIGHT_DEGREES = 0.0013;
  private static final Color GROUND = new Color(0xf3f0e9);
  private static final Color MARK = new Color(0x2b4fb5);
  private static final double DOT = 44;

  private final BufferedImage picture =
      new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D pen = picture.createGraphics();
  private final Bounds window;
  private final ShapeWriter shapes;

  /**
   * @param centre longitude and latitude in degrees
   */
  PlaceDrawing(Coordinate centre) {
    double halfWidth =
        HALF_HEIGHT_DEGREES * WIDTH / HEIGHT / Math.max(0.05, Math.cos(Math.toRadians(centre.y)));
    window =
        new Bounds(
            centre.x - halfWidth,
            centre.y - HALF_HEIGHT_DEGREES,
            centre.x + halfWidth,
            centre.y + HALF_HEIGHT_DEGREES);
    shapes =
        new ShapeWriter(
            (from, to) ->
                to.setLocation(
                    (from.x - window.minX()) / (2 * halfWidth) * WIDTH,
                    (window.maxY() - from.y) / (2 * HALF_HEIGHT_DEGREES) * HEIGHT));
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(GROUND);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
  }

  /** What of the earth is in the picture, in degrees. */
  Bounds window() {
    return window;
  }

  PlaceDrawing area(Geometry lonLat, Color fill, Color edge) {
    Shape shape = shapes.toShape(lonLat);
    pen.setColor(fill);
    pen.fill(shape);
    return stroke(shape, edge, 1.5f);
  }

  PlaceDrawing line(Geometry lonLat, Color colour, float pixels) {
    return stroke(shapes.toShape(lonLat), colour, pixels);
  }

  /** What the picture is of: its own outline, if it has one, and a dot in its middle. */
  PlaceDrawing mark(Geometry lonLat) {
    if (lonLat.getDimension() == 2) {
      area(lonLat, new Color(MARK.getRed(), MARK.getGreen(), MARK.getBlue(), 60), MARK);
    }
    pen.setColor(Color.WHITE);
    pen.fill(disc(DOT + 14));
    pen.setColor(MARK);
    pen.fill(disc(DOT));
    return this;
  }

  private PlaceDrawing stroke(Shape shape, Color colour, float pixels) {
    pen.setColor(colour);
    pen.setStroke(new BasicStroke(pixels, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(shape);
    return this;
  }

  private static Shape disc(double size) {
    return new Ellipse2D.Double((WIDTH - size) / 2, (HEIGHT - size) / 2, size, size);
  }

  byte[] png() {
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
