package org.linli.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.linli.encode.JsonDocument;
import org.linli.encode.Representation;
import org.linli.layer.LocalText;
import org.linli.layer.Parameters;
import org.linli.portal.Basemaps.Basemap;
import org.linli.portal.Places.Place;
import org.linli.snapshot.PortalSnapshot;
import org.linli.snapshot.Snapshots;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What a page has to know before it shows anything. */
@Controller
final class PortalController {
  private final Snapshots snapshots;
  private final Basemaps basemaps;
  private final PortalFacts facts;
  private final AtomicReference<Known> known = new AtomicReference<>();

  PortalController(Snapshots snapshots, Basemaps basemaps, ObjectProvider<PortalFacts> facts) {
    this.snapshots = snapshots;
    this.basemaps = basemaps;
    this.facts = facts.getIfAvailable(() -> PortalFacts.NONE);
  }

  record Portal(
      LocalText name,
      Optional<Demo> demo,
      List<Basemap> basemaps,
      List<Place> places,
      Optional<Instant> clock,
      String version) {}

  record Demo(LocalText notice) {}

  /** The places of one snapshot: they are worked out once for each. */
  private record Known(PortalSnapshot snapshot, List<Place> places) {}

  @GetMapping("/api/portal")
  Representation portal(Parameters parameters) {
    parameters.requireOnly(Set.of());
    return JsonDocument.of(
        new Portal(
            PageHeads.PORTAL,
            facts.demoNotice().map(Demo::new),
            basemaps.list(),
            places(snapshots.current()),
            facts.clock(),
            facts.version()));
  }

  private List<Place> places(PortalSnapshot snapshot) {
    return known.updateAndGet(
            last ->
                last != null && last.snapshot == snapshot
                    ? last
                    : new Known(snapshot, Places.in(PublicViews.of(snapshot))))
        .places;
  }
}
