package org.closeknit.journeys.families;

import java.time.LocalDate;

/**
 * One person on one agency's books.
 *
 * @param since since when the agency has known them
 * @param line the line in which it sends them
 */
record Held(
    String agency, String localId, Person person, Family family, LocalDate since, Line line) {

  boolean isChild() {
    return person.kind() == Person.Kind.CHILD;
  }

  boolean isBorn() {
    return !person.isUnborn();
  }

  String nameAsHeld() {
    String given = line.get("given_names");
    int space = given.indexOf(' ');
    return space < 0 ? given : given.substring(0, space);
  }
}
