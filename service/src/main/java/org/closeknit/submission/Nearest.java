package org.closeknit.submission;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which column somebody may have meant. */
final class Nearest {
  // What other systems' extracts call these columns.
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("forename", "given_names"),
          Map.entry("forenames", "given_names"),
          Map.entry("firstname", "given_names"),
          Map.entry("givenname", "given_names"),
          Map.entry("surname", "family_name"),
          Map.entry("lastname", "family_name"),
          Map.entry("dob", "birth_date"),
          Map.entry("dateofbirth", "birth_date"),
          Map.entry("nhsno", "nhs_number"),
          Map.entry("nhs", "nhs_number"),
          Map.entry("chi", "chi_number"),
          Map.entry("gender", "sex"),
          Map.entry("id", "local_id"),
          Map.entry("personid", "local_id"),
          Map.entry("edd", "expected_birth_date"),
          Map.entry("telephone", "phone"));
  // Beyond this, two names have too little in common for a guess to help.
  private static final int FARTHEST = 4;

  private Nearest() {}

  static Optional<String> column(SubmissionKind kind, String name) {
    String plain = plain(name);
    Optional<String> known =
        OTHER_NAMES.entrySet().stream()
            .filter(one -> kind.column(one.getValue()).isPresent())
            .filter(one -> distance(plain, one.getKey()) <= slips(one.getKey()))
            .min(Comparator.comparingInt(one -> distance(plain, one.getKey())))
            .map(Map.Entry::getValue);
    return known.or(() ->
        kind.columns().stream()
            .map(Column::name)
            .filter(one -> distance(plain, plain(one)) <= Math.min(FARTHEST, plain.length() / 2))
            .min(Comparator.comparingInt(one -> distance(plain, plain(one)))));
  }

  /** A short name with a slip could be anything. */
  private static int slips(String name) {
    return name.length() < 6 ? 0 : 1;
  }

  private static String plain(String name) {
    String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return letters.substring(0, Math.min(letters.length(), 40));
  }

  /** How many letters have to be changed, added or left out (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
