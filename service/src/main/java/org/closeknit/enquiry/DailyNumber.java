package org.closeknit.enquiry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.closeknit.access.Access;
import org.closeknit.audit.Asker;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.springframework.stereotype.Component;

/** How many different children a person may ask about on a day. */
@Component
class DailyNumber {
  private final Access access;

  DailyNumber(Access access) {
    this.access = access;
  }

  /** Counts what is asked; a machine that asks by itself has no such number: only people do. */
  boolean reached(Findings.Asking now, List<ChildRecords> children) {
    Asker asker = now.question().asker();
    boolean person =
        switch (asker) {
          case Asker.Worker unused -> true;
          case Asker.System system -> !system.onBehalf().id().isBlank();
        };
    return person
        && counted(now, children).stream()
            .anyMatch(child -> access.tooMany(asker, child, asker.dailyChildren()));
  }

  /**
   * A number counts by itself, known or not: or the last of a day would tell which numbers somebody
   * knows, and which are two children's.
   */
  private static List<ChildId> counted(Findings.Asking now, List<ChildRecords> children) {
    return switch (now.question().asked()) {
      case Asked.ByNumber by -> List.of(counted(now, by.number().digits()));
      case Asked.ByChi by -> List.of(counted(now, by.number().digits()));
      case Asked.ByDetails unused -> children.stream().map(ChildRecords::child).toList();
    };
  }

  private static ChildId counted(Findings.Asking now, String number) {
    String text = now.question().asker().actor() + " " + now.today() + " " + number;
    return new ChildId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
  }
}
