package org.closeknit.linkage;

import java.util.Locale;
import org.closeknit.linkage.Level.Word;
import org.closeknit.linkage.words.Spelling;

/** Telephone numbers and e-mail addresses. */
final class Contacts {
  private static final int SHORTEST_PHONE = 6;
  private static final int SLIPS_IN_EMAIL = 2;

  private Contacts() {}

  /** Digits only, with the British prefix as 0. */
  static String phone(String written) {
    StringBuilder digits = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    String number = digits.toString();
    if (number.length() < SHORTEST_PHONE) {
      return "";
    }
    if (number.startsWith("0044")) {
      return "0" + number.substring(4);
    }
    return number.startsWith("44") && number.length() == 12 ? "0" + number.substring(2) : number;
  }

  static String email(String written) {
    String email = written.strip().toLowerCase(Locale.ROOT);
    return email.indexOf('@') > 0 ? email : "";
  }

  static int phoneLevel(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Level.ABSENT;
    }
    return (a.equals(b) ? Word.SAME : Word.DIFFERENT).ordinal();
  }

  static int emailLevel(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Level.ABSENT;
    }
    if (a.equals(b)) {
      return Word.SAME.ordinal();
    }
    boolean close = local(a).equals(local(b)) || Spelling.within(a, b, SLIPS_IN_EMAIL);
    return (close ? Word.CLOSE : Word.DIFFERENT).ordinal();
  }

  static String local(String email) {
    return email.substring(0, Math.max(email.indexOf('@'), 0));
  }
}
