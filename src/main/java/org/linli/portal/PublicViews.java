package org.linli.portal;

import java.util.Comparator;
import java.util.List;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PortalSnapshot;

/** The layers that anyone may see: the built-in ones in their own order, then the others by id. */
final class PublicViews {
  private static final List<String> BUILT_IN =
      BuiltInLayers.list().stream().map(LayerDefinition::id).toList();

  private PublicViews() {}

  static List<LayerView> of(PortalSnapshot portal) {
    return portal
        .listViews(Audience.PUBLIC)
        .sorted(Comparator.comparingInt(PublicViews::place).thenComparing(PublicViews::id))
        .toList();
  }

  private static int place(LayerView view) {
    int place = BUILT_IN.indexOf(id(view));
    return place < 0 ? BUILT_IN.size() : place;
  }

  private static String id(LayerView view) {
    return view.definition().id();
  }
}
