/** Pages that the server writes whole: HTML without a script, in the portal's frame. */
package org.linli.encode.page;
