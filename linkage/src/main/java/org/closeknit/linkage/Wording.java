package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What one or more records say, word for word: compared once, however many say it. */
final class Wording {
  /** What two wordings have in common, where it is worth keeping. */
  record Tie(double weight, double probability, boolean sure) {}

  final Profile profile;
  final long[] keys;

  /** Between two records that both say it. */
  final Optional<Tie> own;

  /** The records that say it, by id. */
  final NavigableMap<String, Held> records = new TreeMap<>();

  /** Those of which people have said something. */
  private final NavigableMap<String, Held> decided = new TreeMap<>();

  /** Other wordings that may be of one person with it. */
  final Map<Wording, Tie> ties = new HashMap<>();

  /** The records that spoke for it when it was last grouped. */
  List<Held> speaking = new ArrayList<>();

  int row = -1;

  Wording(Profile profile, Optional<Tie> own) {
    this.profile = profile;
    this.keys = Keys.of(profile).all();
    this.own = keys.length == 0 ? Optional.empty() : own;
  }

  void add(Held one) {
    records.put(one.id, one);
  }

  void remove(Held one) {
    records.remove(one.id);
    decided.remove(one.id);
    speaking.remove(one);
  }

  void decided(Held one, boolean isDecided) {
    if (isDecided) {
      decided.put(one.id, one);
    } else {
      decided.remove(one.id);
    }
  }

  Set<String> decided() {
    return decided.keySet();
  }

  /** So many of the records, the first by id, and beside them each of which people have spoken. */
  List<Held> speakers(int copies) {
    List<Held> speakers = new ArrayList<>();
    for (Held one : records.values()) {
      if (speakers.size() == copies) {
        break;
      }
      if (!decided.containsKey(one.id)) {
        speakers.add(one);
      }
    }
    speakers.addAll(decided.values());
    return speakers;
  }
}
