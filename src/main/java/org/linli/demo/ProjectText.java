package org.linli.demo;

/** A project's title and story in the languages it was told in. */
record ProjectText(Name title, Name story) {}
