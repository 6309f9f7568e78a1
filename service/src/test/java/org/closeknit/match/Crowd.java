package org.closeknit.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Children who never were, the same at each run, as one agency's records. */
final class Crowd {
  private Crowd() {}

  static NewRecord[] lines(List<ARecord> records) {
    return records.stream().map(ARecord::line).toArray(NewRecord[]::new);
  }

  static List<ARecord> of(String agency, int count) {
    var random = new Random(7);
    var records = new ArrayList<ARecord>();
    for (int i = 0; i < count; i++) {
      records.add(
          ARecord.of(agency, "N-" + i)
              .named(name(random), name(random))
              .born(
                  "20%02d-%02d-%02d"
                      .formatted(
                          8 + random.nextInt(15), 1 + random.nextInt(12), 1 + random.nextInt(28)))
              .livesAt(
                  (1 + random.nextInt(80)) + " " + name(random) + " Lane",
                  "ZZ%d %dAB".formatted(1 + random.nextInt(9), random.nextInt(10))));
    }
    return records;
  }

  private static String name(Random random) {
    String[] syllables = {
      "ma", "ri", "lo", "ken", "sa", "dun", "be", "vi", "tor", "hal", "no", "ge"
    };
    var name = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      name.append(syllables[random.nextInt(syllables.length)]);
    }
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
