package org.linli.ingest.format;

import org.locationtech.jts.geom.Geometry;

/** Sees what is read of each feature. */
interface GeoJsonWatcher {
  GeoJsonWatcher NOBODY =
      new GeoJsonWatcher() {
        @Override
        public void member(String name, Integer column, Object value) {
          // Nobody watches.
        }

        @Override
        public void id(String id) {
          // Nobody watches.
        }

        @Override
        public void feature(Geometry shape) {
          // Nobody watches.
        }

        @Override
        public void fault() {
          // Nobody watches.
        }

        @Override
        public void end() {
          // Nobody watches.
        }
      };

  /**
   * @param column the member's column; null if it has none
   * @param value null, Long, Double, Boolean, or String
   */
  void member(String name, Integer column, Object value);

  void id(String id);

  /** A feature that is handed over; its shape may be null. */
  void feature(Geometry shape);

  /** A feature that is not handed over, because something is wrong with it. */
  void fault();

  /** All features were read. */
  void end();
}
