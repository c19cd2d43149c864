/**
 * The HTTP face of the analyses: what there are, what they find, the layers they make and the rows
 * behind their numbers.
 */
package org.linli.insight;
