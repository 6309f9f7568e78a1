package org.closeknit.attendance;

import java.util.Locale;
import org.closeknit.person.Reading;

/** Where a visit was. */
public enum Setting {
  EMERGENCY("emergency department"),
  WALK_IN("walk-in centre"),
  MINOR_INJURY("minor injury unit"),
  OUT_OF_HOURS("out-of-hours service"),
  WARD("ward"),
  MATERNITY("maternity"),
  AMBULANCE("ambulance"),
  GP("GP practice"),
  CLINIC("clinic"),
  OTHER("other");

  private final String words;

  Setting(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  public static Reading<Setting> read(String text) {
    String code = text.strip().toLowerCase(Locale.ROOT);
    for (Setting setting : values()) {
      if (setting.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code)) {
        return new Reading.Good<>(setting);
      }
    }
    return new Reading.Bad<>(
        "a setting is emergency, walk-in, minor-injury, out-of-hours, ward, maternity, ambulance, gp, clinic or other");
  }
}
