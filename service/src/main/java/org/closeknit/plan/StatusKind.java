package org.closeknit.plan;

import java.util.Locale;
import org.closeknit.person.Reading;

/** What a council holds for a child. */
public enum StatusKind {
  CPP("child protection plan"),
  LAC("looked after child"),
  /** Held against the mother. */
  UCPP("unborn child protection plan"),
  CIN("child in need"),
  /** Scotland: the child protection register. */
  CP_REGISTER("child protection register"),
  /** Scotland: compulsory supervision order. */
  CSO("compulsory supervision order");

  private final String words;

  StatusKind(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** The code that submissions write, as {@code CP-REGISTER}. */
  public String code() {
    return name().replace('_', '-');
  }

  public static Reading<StatusKind> read(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    for (StatusKind kind : values()) {
      if (kind.code().equals(code)) {
        return new Reading.Good<>(kind);
      }
    }
    return new Reading.Bad<>("a status is CPP, LAC, UCPP, CIN, CP-REGISTER or CSO");
  }
}
