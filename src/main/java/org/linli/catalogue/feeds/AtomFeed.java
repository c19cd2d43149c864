package org.linli.catalogue.feeds;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A feed in Atom 1.0 (RFC 4287). Its texts may hold anything: what XML has no place for is left
 * out.
 *
 * @param self the feed's own address
 * @param about the page that the feed is about
 * @param updatedAt when it last changed, where it has no entry
 */
public record AtomFeed(
    String id,
    String title,
    String author,
    String self,
    String about,
    Instant updatedAt,
    List<FeedEntry> entries) {
  public static final String MEDIA_TYPE = "application/atom+xml";
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  public String toXml() {
    Feed feed = new Feed("atom_1.0");
    feed.setEncoding("UTF-8");
    feed.setId(id);
    feed.setTitle(clean(title));
    feed.setAuthors(List.of(person()));
    feed.setAlternateLinks(List.of(link("alternate", about, "text/html")));
    feed.setOtherLinks(List.of(link("self", self, MEDIA_TYPE)));
    feed.setUpdated(
        Date.from(
            entries.stream().map(FeedEntry::updatedAt).max(Instant::compareTo).orElse(updatedAt)));
    feed.setEntries(entries.stream().map(AtomFeed::entry).toList());
    try {
      return new WireFeedOutput().outputString(feed);
    } catch (FeedException impossible) {
      throw new IllegalStateException("A feed with all that Atom demands.", impossible);
    }
  }

  private SyndPerson person() {
    SyndPerson person = new SyndPersonImpl();
    person.setName(clean(author));
    return person;
  }

  private static Entry entry(FeedEntry told) {
    Entry entry = new Entry();
    entry.setId(told.id());
    entry.setTitle(clean(told.title()));
    Content summary = new Content();
    summary.setType("text");
    summary.setValue(clean(told.summary()));
    entry.setSummary(summary);
    entry.setUpdated(Date.from(told.updatedAt()));
    entry.setAlternateLinks(List.of(link("alternate", told.address(), "text/html")));
    return entry;
  }

  private static Link link(String rel, String address, String type) {
    Link link = new Link();
    link.setRel(rel);
    link.setHref(address);
    link.setType(type);
    return link;
  }

  private static String clean(String text) {
    return NOT_XML.matcher(text).replaceAll("");
  }
}
