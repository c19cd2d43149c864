package org.linli.ingest;

import java.util.Locale;
import java.util.Optional;
import org.linli.geo.CrsTransform;
import org.linli.geo.GeometryRepair;
import org.linli.geo.OutsideCrsException;
import org.linli.geo.RepairResult;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceRow;
import org.linli.layer.GeometryType;
import org.locationtech.jts.geom.Geometry;

/**
 * Takes a row's geometry from the file's system to the layer's grid, repairs it where need be, and
 * holds it against the layer's type.
 */
final class PlaceMaker {
  private final RawPlaces raw;
  private final CrsTransform transform;
  private final GeometryType wanted;
  private final IssueLog issues;
  private final SmallPolygons small = new SmallPolygons();

  PlaceMaker(RawPlaces raw, CrsTransform transform, GeometryType wanted, IssueLog issues) {
    this.raw = raw;
    this.transform = transform;
    this.wanted = wanted;
    this.issues = issues;
  }

  Place place(SourceRow row) {
    if (wanted == GeometryType.NONE) {
      return Place.NOWHERE;
    }
    try {
      Optional<Geometry> found = raw.find(row);
      return found.isEmpty() ? Place.NOWHERE : checked(row.number(), inDegrees(found.get()));
    } catch (RawPlaces.NoPlaceException noPlace) {
      return refused(noPlace.issue());
    } catch (OutsideCrsException outside) {
      return refused(ImportIssue.ofRow(IssueKind.OUTSIDE_CRS, row.number(), outside.getMessage()));
    }
  }

  private Geometry inDegrees(Geometry found) {
    return transform.isIdentity() ? found : transform.toLonLat(found);
  }

  private Place checked(long row, Geometry found) {
    boolean track = wanted == GeometryType.TRACK && found.getDimension() == 1;
    Optional<Geometry> timed = track ? TrackLine.of(found) : Optional.of(found);
    return timed.isEmpty()
        ? refused(ImportIssue.ofRow(IssueKind.NOT_TIMED, row))
        : settled(row, timed.get());
  }

  private Place settled(long row, Geometry lonLat) {
    if (!fits(lonLat)) {
      return refused(
          ImportIssue.ofRow(
              IssueKind.WRONG_GEOMETRY,
              row,
              lonLat.getGeometryType(),
              wanted.name().toLowerCase(Locale.ROOT)));
    }
    if (small.settle(lonLat)) {
      return new Place.At(lonLat, false);
    }
    RepairResult result = GeometryRepair.of(lonLat);
    if (result instanceof RepairResult.Valid valid) {
      noteHeights(row, valid.zDropped());
      return new Place.At(valid.geometry(), false);
    }
    if (result instanceof RepairResult.Repaired repaired) {
      noteHeights(row, repaired.zDropped());
      issues.add(repairIssue(row, repaired));
      return new Place.At(repaired.geometry(), true);
    }
    return result instanceof RepairResult.Refused refused
        ? refused(ImportIssue.ofRow(IssueKind.BAD_GEOMETRY, row).because(refused.reason()))
        : Place.NOWHERE;
  }

  private Place refused(ImportIssue issue) {
    issues.add(issue);
    return Place.REFUSED;
  }

  private void noteHeights(long row, boolean dropped) {
    if (dropped) {
      issues.add(ImportIssue.ofRow(IssueKind.Z_DROPPED, row));
    }
  }

  private static ImportIssue repairIssue(long row, RepairResult.Repaired repaired) {
    return ImportIssue.ofRow(
            IssueKind.REPAIRED, row, metres(repaired.areaBefore()), metres(repaired.areaAfter()))
        .because(repaired.reason());
  }

  private static String metres(double area) {
    return String.format(Locale.ROOT, "%.2f", area);
  }

  /** A mixed collection fits nothing, but the repair knows better words for that. */
  private boolean fits(Geometry geometry) {
    return wanted.holds(geometry.getDimension());
  }
}
