package org.closeknit.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;

/**
 * Lines of submissions over what their agencies said before: which records are new, changed, or
 * said again.
 */
final class Batch {
  private final Map<Key, Entry> entries = new LinkedHashMap<>();
  private final List<Records.Spoken> spoken = new ArrayList<>();

  /** {@code before} finds a record that the database holds. */
  Batch(List<NewRecord> lines, Map<Key, PersonRecord> before) {
    for (NewRecord line : lines) {
      var key = new Key(line.agency(), line.localId());
      Entry entry =
          entries.compute(
              key,
              (unused, known) ->
                  known == null
                      ? Entry.of(line, Optional.ofNullable(before.get(key)))
                      : known.with(line));
      spoken.add(new Records.Spoken(line.submission(), line.line(), entry.now().id()));
    }
  }

  /** What an agency knows a record by. */
  record Key(AgencyId agency, String localId) {}

  private record Entry(Optional<PersonRecord> before, PersonRecord now) {
    static Entry of(NewRecord line, Optional<PersonRecord> before) {
      NewRecord says = before.map(held -> line.over(held.says())).orElse(line);
      RecordId id = before.map(PersonRecord::id).orElseGet(() -> new RecordId(UUID.randomUUID()));
      ChildId child =
          before.map(PersonRecord::child).orElseGet(() -> new ChildId(UUID.randomUUID()));
      return new Entry(before, new PersonRecord(id, child, says));
    }

    Entry with(NewRecord line) {
      return new Entry(before, new PersonRecord(now.id(), now.child(), line.over(now.says())));
    }

    boolean isNew() {
      return before.isEmpty();
    }

    boolean isChanged() {
      return before.filter(held -> !now.says().repeats(held.says())).isPresent();
    }
  }

  List<PersonRecord> arrivals() {
    return entries.values().stream().filter(Entry::isNew).map(Entry::now).toList();
  }

  List<PersonRecord> changed() {
    return entries.values().stream().filter(Entry::isChanged).map(Entry::now).toList();
  }

  /** Every line with the record that it spoke of, in the order of the lines. */
  List<Records.Spoken> spoken() {
    return spoken;
  }

  Collection<Key> mothers() {
    return entries.values().stream()
        .map(entry -> entry.now().says())
        .filter(says -> !says.motherLocalId().isBlank())
        .map(says -> new Key(says.agency(), says.motherLocalId()))
        .distinct()
        .toList();
  }

  /**
   * A record with its mother's name, from her own record here or, failing that, from {@code
   * elsewhere}.
   */
  Held held(PersonRecord record, Map<Key, PersonRecord> elsewhere) {
    var mother = new Key(record.keeper(), record.says().motherLocalId());
    Optional<PersonRecord> hers =
        Optional.ofNullable(entries.get(mother))
            .map(Entry::now)
            .or(() -> Optional.ofNullable(elsewhere.get(mother)));
    return new Held(
        record,
        hers.map(PersonRecord::says)
            .filter(says -> !says.withdrawn())
            .map(says -> (says.givenNames() + " " + says.familyName()).strip())
            .orElse(""));
  }
}
