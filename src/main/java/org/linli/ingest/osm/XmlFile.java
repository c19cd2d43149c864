package org.linli.ingest.osm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.Watch;

/** OpenStreetMap as XML. Nothing outside the file is ever fetched. */
final class XmlFile implements OsmFile {
  private static final XMLInputFactory FACTORY = factory();
  private static final int DEEPEST = 8;
  private static final int EVENTS_A_LOOK = 1_024;

  private final Path file;
  private final Watch watch;

  XmlFile(Path file, Watch watch) {
    this.file = file;
    this.watch = watch;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory;
  }

  @Override
  public String format() {
    return "OpenStreetMap XML";
  }

  @Override
  public void scan(Set<OsmPart> wanted, OsmSink sink) {
    try (XmlAllowance bytes = new XmlAllowance(Files.newInputStream(file))) {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(bytes);
      try {
        walk(xml, bytes, new XmlElements(xml, wanted, sink));
      } catch (XMLStreamException broken) {
        throw new SourceException(issue(broken, xml, bytes), broken);
      } finally {
        xml.close();
      }
    } catch (IOException | XMLStreamException unreadable) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.UNREADABLE, "", unreadable.getMessage()), unreadable);
    }
  }

  private void walk(XMLStreamReader xml, XmlAllowance bytes, XmlElements elements)
      throws XMLStreamException {
    int depth = 0;
    for (long events = 0; xml.hasNext(); events++) {
      bytes.renew();
      switch (xml.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new SourceException(ImportIssue.ofFile(IssueKind.FORBIDDEN_XML, place(xml)));
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) {
            throw new SourceException(ImportIssue.ofFile(IssueKind.TOO_DEEP, place(xml), DEEPEST));
          }
          elements.begin(depth);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          elements.end(depth);
          depth--;
        }
        default -> {
          // Texts between the elements mean nothing.
        }
      }
      if (events % EVENTS_A_LOOK == 0) {
        watch.at(elements.rows(), bytes.bytes());
      }
    }
  }

  private static ImportIssue issue(
      XMLStreamException broken, XMLStreamReader xml, XmlAllowance bytes) {
    if (broken.getNestedException() instanceof XmlAllowance.ExceededException) {
      return ImportIssue.ofFile(IssueKind.TOO_DEEP, place(xml), DEEPEST);
    }
    return bytes.isAtEnd()
        ? ImportIssue.ofFile(IssueKind.TRUNCATED, place(xml))
        : ImportIssue.ofFile(IssueKind.UNREADABLE, place(xml), firstLine(broken.getMessage()));
  }

  /** The parser's words come after a line that gives the place again. */
  private static String firstLine(String message) {
    return message.substring(message.lastIndexOf('\n') + 1).replace("Message: ", "");
  }

  static String place(XMLStreamReader xml) {
    return xml.getLocation().getLineNumber() + ":" + xml.getLocation().getColumnNumber();
  }
}
