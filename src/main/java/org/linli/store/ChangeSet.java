package org.linli.store;

import java.util.List;
import org.linli.layer.Feature;

/** A few edits of one layer, applied all or none, in their order. */
public record ChangeSet(String layerId, List<Edit> edits) {
  public ChangeSet {
    edits = List.copyOf(edits);
  }

  /** One edit. Revisions start at 1 and grow by 1 with each edit of the feature. */
  public sealed interface Edit {
    String code();
  }

  /** Adds a feature whose code must be free. */
  public record Insert(Feature feature) implements Edit {
    @Override
    public String code() {
      return feature.code();
    }
  }

  /** Replaces a feature that must be at {@code expectedRevision}. */
  public record Update(Feature feature, int expectedRevision) implements Edit {
    @Override
    public String code() {
      return feature.code();
    }
  }

  /** Removes a feature that must be at {@code expectedRevision}. */
  public record Delete(String code, int expectedRevision) implements Edit {}
}
