package org.closeknit.email;

/** The mail server took no mail. Says how, and never to whom. */
final class MailServerAway extends RuntimeException {
  MailServerAway(String how) {
    super("The mail server did not take " + how);
  }
}
