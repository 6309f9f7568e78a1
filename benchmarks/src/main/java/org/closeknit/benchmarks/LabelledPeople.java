package org.closeknit.benchmarks;

import java.util.List;
import java.util.Map;
import org.closeknit.linkage.Person;

/**
 * Records of which it is known who each is of.
 *
 * @param truth the person of each record's id
 */
record LabelledPeople(String name, List<List<Person>> inputs, Map<String, String> truth) {
  LabelledPeople {
    inputs = inputs.stream().map(List::copyOf).toList();
    truth = Map.copyOf(truth);
  }

  List<Person> all() {
    return inputs.stream().flatMap(List::stream).toList();
  }

  boolean isTrue(String left, String right) {
    return person(left).equals(person(right));
  }

  String person(String id) {
    String person = truth.get(id);
    if (person == null) {
      throw new IllegalStateException("of a record nobody knows who it is of");
    }
    return person;
  }
}
