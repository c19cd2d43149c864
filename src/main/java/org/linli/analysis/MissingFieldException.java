package org.linli.analysis;

/** A layer that lacks a field which an analysis cannot do without. */
public final class MissingFieldException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  MissingFieldException(String layer, String field, String type) {
    super(
        "Layer "
            + layer
            + " has no field «"
            + field
            + "» of type "
            + type
            + ": choose another layer, or import it with --map "
            + field
            + "=<its column>.");
  }
}
