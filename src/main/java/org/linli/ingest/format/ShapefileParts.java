package org.linli.ingest.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/**
 * The files that make one shapefile.
 *
 * @param shp the shapes
 * @param shx where in {@code shp} each shape is
 * @param dbf the attributes, a row a shape
 * @param prj the coordinate reference system, as well-known text
 * @param cpg the name of the text encoding of {@code dbf}
 */
record ShapefileParts(Path shp, Path shx, Path dbf, Optional<Path> prj, Optional<Path> cpg) {

  /** Finds a part by its extension. */
  interface Finder {
    Optional<Path> find(String extension) throws IOException;
  }

  /**
   * @throws SourceException if a part that must be there is not
   */
  static ShapefileParts of(Finder finder) throws IOException {
    List<String> lacking = new ArrayList<>();
    List<Path> needed = new ArrayList<>();
    for (String extension : List.of("shp", "shx", "dbf")) {
      finder.find(extension).ifPresentOrElse(needed::add, () -> lacking.add("." + extension));
    }
    if (!lacking.isEmpty()) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.MISSING_PART, String.join(", ", lacking)));
    }
    return new ShapefileParts(
        needed.get(0), needed.get(1), needed.get(2), finder.find("prj"), finder.find("cpg"));
  }

  /** The parts that lie in the same folder as one of them. */
  static ShapefileParts beside(Path part) throws IOException {
    String name = part.getFileName().toString();
    String stem = name.replaceFirst("\\.[^.]*$", "");
    return of(extension -> sister(part.toAbsolutePath().getParent(), stem + "." + extension));
  }

  private static Optional<Path> sister(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().equalsIgnoreCase(name)).findFirst();
    }
  }
}
