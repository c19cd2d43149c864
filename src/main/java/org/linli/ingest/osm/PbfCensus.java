package org.linli.ingest.osm;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import crosby.binary.Osmformat.PrimitiveBlock;
import java.io.IOException;

/**
 * Counts the messages in a block before the library makes an object of each: two bytes of an empty
 * way would become a hundred.
 */
final class PbfCensus {
  /** Writers put 8,000 elements into a block, and some 16,000. */
  static final int MOST_ELEMENTS = 500_000;

  static final int MOST_STRINGS = 2_000_000;

  private int elements;
  private int strings;

  private PbfCensus() {}

  /** Whether a block is small enough to be taken apart. */
  static boolean isFit(byte[] block) throws IOException {
    PbfCensus census = new PbfCensus();
    census.block(CodedInputStream.newInstance(block));
    return census.elements <= MOST_ELEMENTS && census.strings <= MOST_STRINGS;
  }

  private void block(CodedInputStream in) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case PrimitiveBlock.STRINGTABLE_FIELD_NUMBER -> strings += submessages(in, tag);
        case PrimitiveBlock.PRIMITIVEGROUP_FIELD_NUMBER -> elements += 1 + submessages(in, tag);
        default -> in.skipField(tag);
      }
    }
  }

  private static int submessages(CodedInputStream in, int outer) throws IOException {
    if (WireFormat.getTagWireType(outer) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
      in.skipField(outer);
      return 0;
    }
    int limit = in.pushLimit(in.readRawVarint32());
    int count = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      count++;
      in.skipField(tag);
    }
    in.popLimit(limit);
    return count;
  }
}
