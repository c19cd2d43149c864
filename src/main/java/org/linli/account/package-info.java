/**
 * Who staff are: accounts, their passwords and roles, and the addresses by which they sign in. How
 * a request is let through is settled in {@code http}.
 */
package org.linli.account;
