package org.linli.ingest.osm;

import com.google.protobuf.InvalidProtocolBufferException;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.Watch;

/** OpenStreetMap's binary format. */
final class PbfFile implements OsmFile {
  private static final Set<String> KNOWN_FEATURES = Set.of("OsmSchema-V0.6", "DenseNodes");
  private static final String HISTORY = "HistoricalInformation";

  private final Path file;
  private final Watch watch;

  PbfFile(Path file, Watch watch) {
    this.file = file;
    this.watch = watch;
  }

  @Override
  public String format() {
    return "OpenStreetMap PBF";
  }

  @Override
  public void scan(Set<OsmPart> wanted, OsmSink sink) {
    try (PbfBlobs blobs = new PbfBlobs(file)) {
      scan(blobs, wanted, sink);
    } catch (IOException unreadable) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.UNREADABLE, "", unreadable.getMessage()), unreadable);
    }
  }

  private void scan(PbfBlobs blobs, Set<OsmPart> wanted, OsmSink sink) throws IOException {
    try {
      for (Optional<PbfBlobs.Unpacked> blob = blobs.next(); blob.isPresent(); blob = blobs.next()) {
        hand(blob.get(), blobs, wanted, sink);
        watch.at(sink.rows(), blobs.position());
      }
    } catch (InvalidProtocolBufferException broken) {
      throw blobs.unreadable(broken);
    }
  }

  private static void hand(
      PbfBlobs.Unpacked blob, PbfBlobs blobs, Set<OsmPart> wanted, OsmSink sink)
      throws IOException {
    switch (blob.type()) {
      case "OSMHeader" -> check(HeaderBlock.parseFrom(blob.content()));
      case "OSMData" -> {
        if (!PbfCensus.isFit(blob.content())) {
          throw blobs.unreadable("a block of more than " + PbfCensus.MOST_ELEMENTS + " elements");
        }
        new PbfBlock(PrimitiveBlock.parseFrom(blob.content())).hand(wanted, sink);
      }
      default -> {
        // The format asks readers to skip what they do not know.
      }
    }
  }

  private static void check(HeaderBlock header) {
    for (String feature : header.getRequiredFeaturesList()) {
      if (feature.equals(HISTORY)) {
        throw new SourceException(ImportIssue.ofFile(IssueKind.OSM_NO_STATE, HISTORY));
      }
      if (!KNOWN_FEATURES.contains(feature)) {
        throw new SourceException(ImportIssue.ofFile(IssueKind.OSM_UNKNOWN_FEATURE, feature));
      }
    }
  }
}
