package org.linli.ingest.format;

import java.util.Optional;
import org.linli.geo.Crs;
import org.linli.geo.UnknownCrsException;
import org.linli.ingest.source.SourceSchema.DeclaredCrs;

/** A coordinate reference system that a file names by a code, by its definition, or by both. */
final class CodeOrText {

  private CodeOrText() {}

  /**
   * The system by its code, or by its definition where the code says nothing here.
   *
   * @param authority such as {@code EPSG}
   * @param wkt may be empty or {@code undefined}
   */
  static Optional<DeclaredCrs> declared(String authority, int code, String wkt) {
    String byCode = authority + ":" + code;
    boolean defined = wkt.indexOf('[') > 0;
    if (authority.equalsIgnoreCase("EPSG") && code > 0 && (!defined || isKnown(byCode))) {
      return Optional.of(new DeclaredCrs(byCode, false));
    }
    return defined ? Optional.of(new DeclaredCrs(wkt, false)) : Optional.empty();
  }

  private static boolean isKnown(String name) {
    try {
      Crs.parse(name);
      return true;
    } catch (UnknownCrsException unknown) {
      return false;
    }
  }
}
