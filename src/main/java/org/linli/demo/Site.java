package org.linli.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * A piece of ground being built on, in its own axes: what stands there, and what is kept free.
 * Nothing is placed outside the ground or too near to what is already there.
 */
final class Site {
  private final Polygon ground;
  private final PreparedGeometry prepared;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Nook> nooks = new ArrayList<>();
  private final List<Geometry> taken = new ArrayList<>();

  Site(Polygon ground) {
    this.ground = ground;
    this.prepared = PreparedGeometryFactory.prepare(ground);
  }

  Polygon ground() {
    return ground;
  }

  List<Block> blocks() {
    return blocks;
  }

  List<Nook> nooks() {
    return nooks;
  }

  /** Keeps a shape free of buildings. */
  void reserve(Geometry shape) {
    taken.add(shape);
  }

  /** Places a building if its ground is free, with this much air around it. */
  boolean place(Block block, double clearanceMetres) {
    if (!isFree(block.shape(), clearanceMetres)) {
      return false;
    }
    blocks.add(block);
    taken.add(block.shape());
    return true;
  }

  /** Takes a building away again, with the nooks beside it. */
  void remove(int position) {
    taken.remove(blocks.remove(position).shape());
    List<Nook> kept = new ArrayList<>();
    for (Nook nook : nooks) {
      if (nook.block() != position) {
        int shifted = nook.block() > position ? nook.block() - 1 : nook.block();
        kept.add(new Nook(nook.shape(), shifted, nook.behind()));
      }
    }
    nooks.clear();
    nooks.addAll(kept);
  }

  boolean isFree(Geometry shape, double clearanceMetres) {
    return prepared.covers(shape)
        && taken.stream().noneMatch(other -> other.isWithinDistance(shape, clearanceMetres));
  }
}
