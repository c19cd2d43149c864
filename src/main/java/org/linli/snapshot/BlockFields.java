package org.linli.snapshot;

import org.linli.layer.Expression;
import org.linli.layer.LayerDefinition;

/** The columns of a block by the names that a filter has for them. */
record BlockFields(LayerDefinition definition, Block block) {

  /** The column of a field; not for the key, which is in no column. */
  Column column(Expression.Property property) {
    return block.column(definition.getIndex(property.name()));
  }

  static boolean isKey(Expression expression) {
    return expression instanceof Expression.Property property
        && property.name().equals(LayerDefinition.KEY);
  }
}
