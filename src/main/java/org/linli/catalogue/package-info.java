/** What the portal has to offer, whoever asks for it and by whatever face. */
package org.linli.catalogue;
