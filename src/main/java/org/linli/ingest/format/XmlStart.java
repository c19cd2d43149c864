package org.linli.ingest.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/**
 * XML from an unknown hand. A document type definition or an entity of the file's own is refused
 * where it stands, so that nothing is expanded and nothing fetched.
 */
final class XmlStart {
  private static final int DEEPEST = 100;

  private XmlStart() {}

  /** What to do with the events; the reader is on the root element when it begins. */
  interface Walk<T> {
    T walk(XMLStreamReader xml) throws XMLStreamException;
  }

  /** The local name of the root element. */
  static String rootOf(Path file) {
    return walk(file, XMLStreamReader::getLocalName);
  }

  /**
   * @throws SourceException if the file is not such XML
   */
  static <T> T walk(Path file, Walk<T> walk) {
    try (InputStream in = Files.newInputStream(file);
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16)) {
      XMLStreamReader xml = factory().createXMLStreamReader(buffered);
      while (next(xml) != XMLStreamConstants.START_ELEMENT) {
        // Comments and instructions before the root element.
      }
      return walk.walk(xml);
    } catch (XMLStreamException broken) {
      throw new SourceException(
          ImportIssue.ofFile(
              IssueKind.UNREADABLE, place(broken.getLocation()), lastLine(broken.getMessage())),
          broken);
    } catch (IOException unreadable) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.UNREADABLE, "", unreadable.getMessage()), unreadable);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    return factory;
  }

  /** The next event, which is neither a document type definition nor an entity. */
  static int next(XMLStreamReader xml) throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.FORBIDDEN_XML, place(xml.getLocation())));
    }
    return event;
  }

  /** Looks at each element that begins, to the end of the file. */
  interface Elements {
    /**
     * @param depth 1 below the root
     */
    void begin(XMLStreamReader xml, int depth);
  }

  /** Walks to the end, from the root element on which the reader is. */
  static void toEnd(XMLStreamReader xml, Elements elements) throws XMLStreamException {
    int depth = 0;
    while (xml.hasNext()) {
      int event = next(xml);
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        requireDepth(xml, depth);
        elements.begin(xml, depth);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private static void requireDepth(XMLStreamReader xml, int depth) {
    if (depth > DEEPEST) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.TOO_DEEP, place(xml.getLocation()), DEEPEST));
    }
  }

  private static String place(Location location) {
    return location == null ? "" : location.getLineNumber() + ":" + location.getColumnNumber();
  }

  /** The message begins with the place, which is told apart. */
  private static String lastLine(String message) {
    return message.substring(message.lastIndexOf('\n') + 1).replaceFirst("^Message: ", "");
  }
}
