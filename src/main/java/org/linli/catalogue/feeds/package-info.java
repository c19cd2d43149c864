/** Atom feeds of what changed. Pure: views and commits in, documents out. */
package org.linli.catalogue.feeds;
