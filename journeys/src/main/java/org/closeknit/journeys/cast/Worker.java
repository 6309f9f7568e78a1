package org.closeknit.journeys.cast;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Somebody who works at an agency and signs in. */
public record Worker(
    String workerId,
    String name,
    String agency,
    Optional<String> team,
    String role,
    String jobRoleCode,
    String phone,
    boolean secondFactor) {

  /** The name to sign in with: the name in plain letters, its words joined by dots. */
  public String user() {
    String plain = name.replace('ł', 'l').replace('Ł', 'L');
    return Normalizer.normalize(plain, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace(' ', '.');
  }

  public String email() {
    return user() + "@example.org";
  }
}
