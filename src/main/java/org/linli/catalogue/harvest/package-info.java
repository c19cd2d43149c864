/** The catalogue in the words of those who collect catalogues. Pure: datasets in, documents out. */
package org.linli.catalogue.harvest;
