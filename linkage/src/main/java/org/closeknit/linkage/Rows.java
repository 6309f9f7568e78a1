package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records ordered by id, so that nothing depends on the order in which they came. */
record Rows(List<Profile> profiles, int[] inputs, Map<String, Integer> rowOf) {
  static Rows of(List<List<Person>> inputs) {
    record Row(Person person, int input) {}
    List<Row> rows = new ArrayList<>();
    for (int input = 0; input < inputs.size(); input++) {
      for (Person person : inputs.get(input)) {
        rows.add(new Row(person, input));
      }
    }
    rows.sort(Comparator.comparing(row -> row.person.id()));
    Map<String, Integer> rowOf = new HashMap<>();
    for (Row row : rows) {
      if (rowOf.put(row.person.id(), rowOf.size()) != null) {
        throw new IllegalArgumentException("two records have one id");
      }
    }
    return new Rows(
        Profiles.of(rows.stream().map(Row::person).toList()),
        rows.stream().mapToInt(Row::input).toArray(),
        rowOf);
  }

  int size() {
    return profiles.size();
  }

  Profile profile(int row) {
    return profiles.get(row);
  }

  int input(int row) {
    return inputs[row];
  }

  String id(int row) {
    return profiles.get(row).person.id();
  }

  int rowOf(String id) {
    return rowOf.getOrDefault(id, -1);
  }
}
