/** The catalogue over HTTP: records of the datasets, for people, harvesters and feed readers. */
package org.linli.opendata;
