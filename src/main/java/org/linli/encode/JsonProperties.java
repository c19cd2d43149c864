package org.linli.encode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.linli.layer.Field;
import org.linli.snapshot.Block;
import org.linli.snapshot.Column;
import org.linli.snapshot.Column.BooleanColumn;
import org.linli.snapshot.Column.ConstantColumn;
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
  /** So many different values are each made into bytes once, key and all. */
  private static final int FEW = 32;

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
      return texts.dictionary().size() <= FEW ? new FewTexts(key, texts) : new Texts(key, texts);
    }
    if (column instanceof RealColumn reals) {
      return new Reals(key, reals);
    }
    if (column instanceof BooleanColumn booleans) {
      return new Booleans(key, booleans);
    }
    Property property = wholes(key, (WholeColumn) column);
    return column instanceof ConstantColumn ? new Constant(property) : property;
  }

  private static Property wholes(byte[] key, WholeColumn wholes) {
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

  /** What is written of a key and one value. */
  private interface Member {
    void write(JsonBytes out) throws IOException;
  }

  private static byte[] bytes(Member member) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonBytes out = JsonBytes.small(bytes);
    try {
      member.write(out);
      out.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** The same in every row. */
  private static final class Constant extends Property {
    private final byte[] member;

    Constant(Property property) {
      super(property.key);
      this.member = bytes(out -> property.write(0, out));
    }

    @Override
    void write(int row, JsonBytes out) throws IOException {
      out.raw(member);
    }
  }

  private static final class FewTexts extends Property {
    private final TextColumn column;
    private final byte[][] members;
    private final byte[] missing;

    FewTexts(byte[] key, TextColumn column) {
      super(key);
      this.column = column;
      this.missing = bytes(out -> out.raw(key).nothing());
      this.members = new byte[column.dictionary().size()][];
      for (int i = 0; i < members.length; i++) {
        int id = i;
        members[id] = bytes(out -> out.raw(key).text(column.dictionary(), id));
      }
    }

    @Override
    void write(int row, JsonBytes out) throws IOException {
      int id = column.id(row);
      out.raw(id < 0 ? missing : members[id]);
    }
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
    private final byte[] yes;
    private final byte[] no;
    private final byte[] missing;

    Booleans(byte[] key, BooleanColumn column) {
      super(key);
      this.column = column;
      this.yes = bytes(out -> out.raw(key).bool(true));
      this.no = bytes(out -> out.raw(key).bool(false));
      this.missing = bytes(out -> out.raw(key).nothing());
    }

    @Override
    void write(int row, JsonBytes out) throws IOException {
      out.raw(column.isNull(row) ? missing : column.get(row) ? yes : no);
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
