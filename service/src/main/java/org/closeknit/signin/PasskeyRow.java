package org.closeknit.signin;

import org.closeknit.pages.Dates;
import org.springframework.security.web.webauthn.api.CredentialRecord;

/** A passkey as its person's page shows it. */
public record PasskeyRow(String id, String name, String added, String used) {
  static PasskeyRow of(CredentialRecord one, Dates dates) {
    return new PasskeyRow(
        one.getCredentialId().toBase64UrlString(),
        one.getLabel(),
        dates.moment(one.getCreated()),
        one.getLastUsed().equals(one.getCreated()) ? "never" : dates.moment(one.getLastUsed()));
  }
}
