package org.linli.catalogue.feeds;

import java.time.Instant;

/**
 * Something that changed.
 *
 * @param id an IRI that stays, however often it is told
 * @param address where to read more
 * @param summary in plain text
 */
public record FeedEntry(
    String id, String title, String summary, String address, Instant updatedAt) {}
