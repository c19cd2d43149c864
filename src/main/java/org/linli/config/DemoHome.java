package org.linli.config;

import java.time.Instant;
import java.util.Optional;
import org.linli.config.Home.Origin;
import org.linli.demo.DemoLayers;
import org.linli.demo.DemoManifest;
import org.linli.store.FeatureStore;

/**
 * The demo in a home: its rows in the store, and the home's note of them. The note is written
 * before the first row comes or goes and corrected after the last, so that a crash between is seen.
 */
public final class DemoHome {
  private final Home home;
  private final FeatureStore store;
  private final DemoLayers layers;

  public DemoHome(Home home, FeatureStore store) {
    this.home = home;
    this.store = store;
    this.layers = DemoLayers.in(store);
  }

  /** What became of the demo at a start. */
  public enum Settled {
    /** There is none, and none was wanted or due. */
    ABSENT,
    /** It was there. */
    PRESENT,
    /** It is there now. */
    LOADED,
    /** An earlier process did not finish bringing it in; it is there now. */
    RELOADED,
    /** An earlier process did not finish bringing it in or taking it out; it is out now. */
    CLEARED
  }

  public DemoManifest manifest() {
    return layers.manifest();
  }

  /** Whether any row may be the demo's. */
  public boolean isDemo() {
    return home.findOrigin(store.id()).filter(origin -> origin != Origin.OWN).isPresent();
  }

  /** The moment at which the demo stands still, while it is there. */
  public Optional<Instant> clock() {
    return isDemo() ? Optional.of(manifest().clock().toInstant()) : Optional.empty();
  }

  /** Whether the store has any row at all. */
  public boolean hasData() {
    return store.listLayers().stream().anyMatch(layer -> layer.count() > 0);
  }

  /**
   * Finishes what a crash left, and brings the demo into a store that has nothing and never had.
   *
   * @param wanted whether it may come
   * @throws RuntimeException if it cannot be loaded; nothing of it is left
   */
  public Settled settle(boolean wanted) {
    try (HomeLock alone = home.lockForDemo()) {
      Optional<Origin> noted = home.findOrigin(store.id());
      boolean torn = noted.filter(DemoHome::isUnfinished).isPresent();
      if (torn) {
        clear(noted.get());
      }
      if (home.findOrigin(store.id()).isEmpty() && hasData()) {
        home.setOrigin(store.id(), layers.isPresent() ? Origin.DEMO : Origin.OWN);
      } else if (home.findOrigin(store.id()).isEmpty() && wanted) {
        bringIn();
        return torn ? Settled.RELOADED : Settled.LOADED;
      }
      if (torn) {
        return Settled.CLEARED;
      }
      return isStillThere() ? Settled.PRESENT : Settled.ABSENT;
    }
  }

  private static boolean isUnfinished(Origin origin) {
    return origin == Origin.DEMO_COMING || origin == Origin.DEMO_GOING;
  }

  private void clear(Origin noted) {
    layers.remove();
    if (noted == Origin.DEMO_GOING) {
      home.setOrigin(store.id(), Origin.OWN);
    } else {
      home.forgetOrigin();
    }
  }

  /** Another portal on the same store may have taken it out. */
  private boolean isStillThere() {
    if (isDemo() && !layers.isPresent()) {
      home.setOrigin(store.id(), Origin.OWN);
    }
    return isDemo();
  }

  private void bringIn() {
    home.setOrigin(store.id(), Origin.DEMO_COMING);
    try {
      layers.load(home.scratch());
    } catch (RuntimeException failed) {
      clear(Origin.DEMO_COMING);
      throw failed;
    }
    home.setOrigin(store.id(), Origin.DEMO);
  }

  /**
   * Brings the demo in because somebody asks for it.
   *
   * @return false if the store has data already
   */
  public boolean load() {
    try (HomeLock alone = home.lockForDemo()) {
      home.findOrigin(store.id()).filter(DemoHome::isUnfinished).ifPresent(this::clear);
      if (hasData()) {
        return false;
      }
      bringIn();
      return true;
    }
  }

  /**
   * Takes the demo out, and never again brings it in unasked.
   *
   * @return false if there was none
   */
  public boolean remove() {
    try (HomeLock alone = home.lockForDemo()) {
      boolean there = layers.isPresent();
      home.setOrigin(store.id(), there ? Origin.DEMO_GOING : Origin.OWN);
      if (there) {
        clear(Origin.DEMO_GOING);
      }
      return there;
    }
  }
}
