package org.linli.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.linli.encode.Representation;
import org.linli.geo.Bounds;
import org.linli.layer.Audience;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.linli.layer.Systems;
import org.linli.ogcapi.Documents.Collection;
import org.linli.ogcapi.Documents.Collections;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What layers there are. */
@Controller
final class CollectionsController {
  private final Snapshots snapshots;

  CollectionsController(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @GetMapping({"/ogc/collections", "/staff/ogc/collections"})
  Representation list(
      HttpServletRequest request, Audience audience, Locale language, Parameters parameters)
      throws HttpMediaTypeNotAcceptableException {
    Asked asked = Asked.by(request, audience, language, parameters).withoutParameters();
    List<Collection> listed =
        snapshots.current().listViews(audience).map(view -> listed(view, asked)).toList();
    Collections collections =
        new Collections(
            CollectionDocuments.selves(asked), new Systems(Bounds.EMPTY).uris(), listed);
    return asked.wantsHtml()
        ? CapabilityPages.collections(asked, collections)
        : Answers.json(asked, collections);
  }

  private static Collection listed(LayerView view, Asked asked) {
    return CollectionDocuments.of(view, asked, CollectionDocuments.listed(view, asked.place()));
  }

  @GetMapping({"/ogc/collections/{layer}", "/staff/ogc/collections/{layer}"})
  Representation one(
      @PathVariable String layer,
      HttpServletRequest request,
      Audience audience,
      Locale language,
      Parameters parameters)
      throws HttpMediaTypeNotAcceptableException {
    Asked asked = Asked.by(request, audience, language, parameters).withoutParameters();
    LayerView view =
        snapshots
            .current()
            .findView(layer, audience)
            .orElseThrow(() -> NotFoundException.ofLayer(layer));
    Collection collection = CollectionDocuments.of(view, asked, CollectionDocuments.selves(asked));
    return asked.wantsHtml()
        ? CapabilityPages.collection(asked, collection, view.definition())
        : Answers.json(asked, collection);
  }
}
