package org.linli.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.linli.analysis.Cancellation;
import org.linli.catalogue.ServedLayer;
import org.linli.catalogue.ServedLayers;
import org.linli.catalogue.Site;
import org.linli.encode.Representation;
import org.linli.geo.Bounds;
import org.linli.layer.Audience;
import org.linli.layer.LayerDefinition;
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
  private final ServedLayers layers;

  CollectionsController(Snapshots snapshots, ServedLayers layers) {
    this.snapshots = snapshots;
    this.layers = layers;
  }

  @GetMapping({"/ogc/collections", "/staff/ogc/collections"})
  Representation list(
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters)
      throws HttpMediaTypeNotAcceptableException {
    Asked asked = Asked.by(request, site, audience, language, parameters).withoutParameters();
    List<Collection> listed =
        Stream.concat(
                snapshots.current().listViews(audience).map(view -> listed(view, asked)),
                layers.listMade(audience).stream().map(layer -> listed(layer, asked)))
            .toList();
    Collections collections =
        new Collections(
            CollectionDocuments.selves(asked), new Systems(Bounds.EMPTY).uris(), listed);
    return asked.wantsHtml()
        ? CapabilityPages.collections(asked, collections)
        : Answers.json(asked, collections);
  }

  private static Collection listed(LayerView view, Asked asked) {
    return CollectionDocuments.of(
        view, asked, CollectionDocuments.listed(view.definition(), asked.place()));
  }

  /** A layer that is yet to be made: where it reaches is not known. */
  private static Collection listed(LayerDefinition layer, Asked asked) {
    return CollectionDocuments.of(
        LayerView.empty(layer, asked.audience()),
        asked,
        CollectionDocuments.listed(layer, asked.place()));
  }

  @GetMapping({"/ogc/collections/{layer}", "/staff/ogc/collections/{layer}"})
  Representation one(
      @PathVariable String layer,
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters,
      Cancellation client)
      throws HttpMediaTypeNotAcceptableException {
    ServedLayer served = layers.get(layer, audience, parameters, client);
    Asked asked =
        Asked.by(request, site, audience, language, parameters).about(served).withoutParameters();
    LayerView view = served.view();
    Collection collection = CollectionDocuments.of(view, asked, CollectionDocuments.selves(asked));
    return asked.wantsHtml()
        ? CapabilityPages.collection(asked, collection, view.definition())
        : Answers.json(asked, collection);
  }
}
