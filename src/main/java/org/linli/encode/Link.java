package org.linli.encode;

/** A link of an API document (RFC 8288). The href is absolute. */
public record Link(String href, String rel, String type) {}
