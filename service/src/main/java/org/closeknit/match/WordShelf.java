package org.closeknit.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.closeknit.linkage.words.Folding;
import org.closeknit.person.AgencyId;
import org.closeknit.person.RecordId;
import org.jspecify.annotations.Nullable;

/** Records to be searched by words, each in a place that it leaves when it changes. */
final class WordShelf {
  private static final int FEW = 10_000;

  /** Many times what a page lists. */
  private static final int ENOUGH = 300;

  private final Vocabulary vocabulary = new Vocabulary();
  private final List<@Nullable Row> rows = new ArrayList<>();
  private final Map<UUID, Row> byRecord = new HashMap<>();
  private final Map<UUID, Row> byChild = new HashMap<>();
  private int gone;

  /** A record in the words' place {@code at}; the next of the same child hangs on it. */
  private static final class Row {
    final UUID record;
    final UUID child;
    final AgencyId keeper;
    final Particulars says;
    final boolean sealed;
    final int at;
    @Nullable Row next;

    Row(ShelvedRecord from, int at) {
      this.record = from.id();
      this.child = from.child();
      this.keeper = from.keeper();
      this.says = Particulars.of(from);
      this.sealed = from.sealed();
      this.at = at;
    }

    /** To whom it is not shown it is not there, whatever else there is of the child. */
    boolean isThereFor(AgencyId agency) {
      return !sealed || keeper.equals(agency);
    }
  }

  /** Whether so many places stand empty that a new shelf costs less. */
  boolean mostlyGone() {
    return gone > FEW && gone > rows.size() / 2;
  }

  void put(ShelvedRecord said) {
    Row before = byRecord.remove(said.id());
    if (before != null) {
      leave(before);
    }
    if (!said.searched()) {
      return;
    }
    var row = new Row(said, rows.size());
    rows.add(row);
    byRecord.put(row.record, row);
    row.next = byChild.put(row.child, row);
    names(row.at, said.family(), Fit.Where.FAMILY_NAME);
    names(row.at, said.given(), Fit.Where.GIVEN_NAME);
    names(row.at, said.former(), Fit.Where.FORMER_NAME);
    words(row.at, said.school(), Fit.Where.SCHOOL);
    words(row.at, said.place(), Fit.Where.AREA);
  }

  private void leave(Row row) {
    gone++;
    rows.set(row.at, null);
    Row first = Objects.requireNonNull(byChild.get(row.child));
    if (first == row) {
      if (row.next == null) {
        byChild.remove(row.child);
      } else {
        byChild.put(row.child, row.next);
      }
      return;
    }
    Row one = first;
    while (one.next != null && one.next != row) {
      one = one.next;
    }
    one.next = row.next;
  }

  /** A name of several words is found by each of them, and written as one. */
  private void names(int at, String name, Fit.Where where) {
    String[] words = Folding.words(name);
    for (String word : words) {
      vocabulary.add(word, at, where);
    }
    if (words.length > 1) {
      vocabulary.add(String.join("", words), at, where);
    }
  }

  private void words(int at, String text, Fit.Where where) {
    for (String word : Folding.words(text)) {
      if (!Character.isDigit(word.charAt(0))) {
        vocabulary.add(word.equals("saint") ? "st" : word, at, where);
      }
    }
  }

  /** A child with how well it fits by the asker's own records, and by all. */
  private record Ranked(Likely child, double own, double all) {}

  /**
   * The children within reach who fit by any of their records, of many the nearest. Those who fit
   * by the asker's own records come first, whatever the others' say.
   */
  List<Likely> like(Clues clues, Reach reach, Optional<RecordId> own) {
    var sought = new Sought(clues, vocabulary, rows.size(), own.map(RecordId::value));
    var found = new ArrayList<Ranked>();
    for (UUID child : reach.records().map(this::behind).orElseGet(() -> named(sought))) {
      ranked(child, sought, clues, reach.agency()).ifPresent(found::add);
    }
    return found.stream()
        .sorted(Comparator.comparingDouble(Ranked::own).thenComparingDouble(Ranked::all).reversed())
        .limit(ENOUGH)
        .map(Ranked::child)
        .toList();
  }

  /** Nothing of a child whom the agency keeps no searched record of. */
  private Optional<Ranked> ranked(UUID child, Sought sought, Clues clues, AgencyId agency) {
    var fits = new LinkedHashMap<RecordId, List<Optional<Fit>>>();
    var own = new ArrayList<List<Optional<Fit>>>();
    for (Row row = byChild.get(child); row != null; row = row.next) {
      if (!row.isThereFor(agency)) {
        continue;
      }
      List<Optional<Fit>> fit = sought.fits(row.at, row.says, row.record);
      fits.put(new RecordId(row.record), fit);
      if (row.keeper.equals(agency)) {
        own.add(fit);
      }
    }
    return fits.values().stream()
        .reduce(Clues::nearest)
        .filter(all -> !own.isEmpty() && clues.fit(all))
        .map(all ->
            new Ranked(
                new Likely(fits),
                own.stream()
                    .reduce(Clues::nearest)
                    .filter(clues::fit)
                    .map(Clues::weight)
                    .orElse(0.0),
                Clues.weight(all)));
  }

  private Set<UUID> behind(Set<RecordId> records) {
    var children = new HashSet<UUID>();
    for (RecordId record : records) {
      Row row = byRecord.get(record.value());
      if (row != null) {
        children.add(row.child);
      }
    }
    return children;
  }

  private Set<UUID> named(Sought sought) {
    var children = new HashSet<UUID>();
    for (int at = 0; at < rows.size(); at++) {
      if (sought.namedOtherwise(at)) {
        continue;
      }
      Row row = rows.get(at);
      if (row != null && sought.maybe(at, row.says, row.record)) {
        children.add(row.child);
      }
    }
    return children;
  }
}
