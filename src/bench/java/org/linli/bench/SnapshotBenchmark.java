package org.linli.bench;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.linli.geo.Bounds;
import org.linli.geo.TileCoord;
import org.linli.layer.Audience;
import org.linli.snapshot.Block;
import org.linli.snapshot.LayerSnapshot;
import org.linli.snapshot.LayerView;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Window and nearest queries of a snapshot in the heap. Each call asks at another place. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class SnapshotBenchmark {
  @Param("500000")
  public int features;

  private LayerView view;
  private List<TileCoord> places;
  private int next;

  /** Builds the snapshot. */
  @Setup
  public void build() {
    LayerSnapshot.Builder builder = new LayerSnapshot.Builder(BuildingLayer.DEFINITION);
    SplittableRandom random = new SplittableRandom(1);
    for (int number = 0; number < features; number++) {
      builder.add(BuildingLayer.feature(Building.next(number, random)), 1);
    }
    view = builder.finish(1, Instant.EPOCH).view(Audience.PUBLIC);
    places = new Towns(features).tiles(15);
  }

  private TileCoord place() {
    next = (next + 7_919) % places.size();
    return places.get(next);
  }

  /** A tile of zoom 15 has 256 plots; widened by 4 % on each side, about 300. */
  @Benchmark
  public void windowOf300(Blackhole found) {
    Bounds window = place().bounds(0.04);
    for (Block block : view.blocks()) {
      view.search(block, window, found::consume);
    }
  }

  @Benchmark
  public List<LayerView.Near> nearestTen() {
    TileCoord place = place();
    return view.nearest(place.bounds().minX(), place.bounds().minY(), 10, 1);
  }
}
