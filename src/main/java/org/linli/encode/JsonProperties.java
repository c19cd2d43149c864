package org.linli.encode;

import java.io.IOException;
import java.util.List;
import org.linli.layer.Field;
import org.linli.snapshot.Block;
import org.linli.snapshot.Column;
import org.linli.snapshot.Column.BooleanColumn;
import org.linli.snapshot.Column.RealColumn;
import org.linli.snapshot.Column.TextColumn;
import org.linli.snapshot.Column.WholeColumn;
import org.linli.snapshot.PackedText;

/**
 * The properties of a block's rows as members of a JSON object, missing ones as {@code null}. What
 * kind of column each is of is asked once for the block: asking for each value takes as long as
 * writing it.
 */
final class JsonProperties {
  private final Property[] properties;

  JsonProperties(Block block, List<Field> fields) {
    properties = new Property[fields.size()];
    for (int i = 0; i < properties.length; i++) {
      byte[] key = JsonBytes.key((i == 0 ? "" : ","), fields.get(i).name());
      properties[i] = property(key, block.column(i));
    }
  }

  private static Property property(byte[] key, Column column) {
    if (column instanceof TextColumn texts) {
      return new Texts(key, texts);
    }
    if (column instanceof RealColumn reals) {
      return new Reals(key, reals);
    }
    if (column instanceof BooleanColumn booleans) {
      return new Booleans(key, booleans);
    }
    WholeColumn wholes = (WholeColumn) column;
    return switch (wholes.type()) {
      case DATE -> new Dates(key, wholes);
      case INSTANT -> new Instants(key, wholes);
      default -> new Wholes(key, wholes);
    };
  }

  void write(int row, JsonBytes out) throws IOException {
    for (Property property : properties) {
      property.write(row, out);
    }
  }

  private abstract static class Property {
    final byte[] key;

    Property(byte[] key) {
      this.key = key;
    }

    abstract void write(int row, JsonBytes out) throws IOException;
  }

  private static final class Texts extends Property {
    private final TextColumn column;
    private final PackedText dictionary;

    Texts(byte[] key, TextColumn column) {
      super(key);
      this.column = column;
      this.dictionary = column.dictionary();
    }

    @Override
    void write(int row, JsonBytes out) throws IOException {
      out.raw(key);
      if (column.isNull(row)) {
        out.nothing();
      } else {
        out.text(dictionary, column.id(row));
      }
    }
  }

  private static final class Reals extends Property {
    private final RealColumn column;

    Reals(byte[] key, RealColumn column) {
      super(key);
      this.column = column;
    }

    @Override
    void write(int row, JsonBytes out) throws IOException {
      out.raw(key);
      if (column.isNull(row)) {
        out.nothing();
      } else {
        out.real(column.get(row));
      }
    }
  }

  private static final class Booleans extends Property {
    private final BooleanColumn column;

    Booleans(byte[] key, BooleanColumn column) {
      super(key);
      this.column = column;
    }

    @Override
    void write(int row, JsonBytes out) throws IOException {
      out.raw(key);
      if (column.isNull(row)) {
        out.nothing();
      } else {
        out.bool(column.get(row));
      }
    }
  }

  private static final class Wholes extends Property {
    private final WholeColumn column;

    Wholes(byte[] key, WholeColumn column) {
      super(key);
      this.column = column;
    }

    @Override
    void write(int row, JsonBytes out) throws IOException {
      out.raw(key);
      if (column.isNull(row)) {
        out.nothing();
      } else {
        out.whole(column.get(row));
      }
    }
  }

  private static final class Dates extends Property {
    private final WholeColumn column;

    Dates(byte[] key, WholeColumn column) {
      super(key);
      this.column = column;
    }

    @Override
    void write(int row, JsonBytes out) throws IOException {
      out.raw(key);
      if (column.isNull(row)) {
        out.nothing();
      } else {
        out.date(column.get(row));
      }
    }
  }

  private static final class Instants extends Property {
    private final WholeColumn column;

    Instants(byte[] key, WholeColumn column) {
      super(key);
      this.column = column;
    }

    @Override
    void write(int row, JsonBytes out) throws IOException {
      out.raw(key);
      if (column.isNull(row)) {
        out.nothing();
      } else {
        out.instant(column.get(row));
      }
    }
  }
}
