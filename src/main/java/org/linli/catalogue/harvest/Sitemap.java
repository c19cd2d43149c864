package org.linli.catalogue.harvest;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.linli.catalogue.Site;

/** The pages for people, as search engines take them (sitemaps.org, protocol 0.9). */
public final class Sitemap {
  public static final String MEDIA_TYPE = "application/xml";
  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final List<String> LANGUAGES = List.of("zh", "en", "bo");

  /** No more are allowed in one file. */
  private static final int MOST = 50_000;

  private Sitemap() {}

  /**
   * @param paths the pages, the most important first; those after the 50,000th are left out
   */
  public static String of(Site site, List<String> paths) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("urlset");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeNamespace("xhtml", XHTML);
      for (String path : paths.subList(0, Math.min(MOST, paths.size()))) {
        page(xml, site.at(path));
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("A text takes whatever is written.", impossible);
    }
    return text.toString();
  }

  private static void page(XMLStreamWriter xml, String address) throws XMLStreamException {
    xml.writeStartElement("url");
    xml.writeStartElement("loc");
    xml.writeCharacters(address);
    xml.writeEndElement();
    for (String language : LANGUAGES) {
      xml.writeEmptyElement("xhtml", "link", XHTML);
      xml.writeAttribute("rel", "alternate");
      xml.writeAttribute("hreflang", language);
      xml.writeAttribute("href", address + "?lang=" + language);
    }
    xml.writeEndElement();
  }
}
