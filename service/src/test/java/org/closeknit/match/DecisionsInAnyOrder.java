package org.closeknit.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsInAnyOrder {
  private static final int RECORDS = 30;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatever_order_decisions_come_in_the_people_are_the_same(long seed) {
    var random = new Random(seed);
    Group none = records(random);
    List<Group.Tie> links = links(none, random, 25);
    Map<RecordId, ChildId> people = with(none, links).people();
    Collections.shuffle(links, random);

    assertThat(with(none, links).people()).isEqualTo(people);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void undoing_any_decision_gives_the_people_that_would_be_without_it(long seed) {
    var random = new Random(seed);
    Group none = records(random);
    List<Group.Tie> links = links(none, random, 25);
    Group group = with(none, links);
    while (!links.isEmpty()) {
      Group.Tie undone = links.remove(random.nextInt(links.size()));
      group = group.without(Set.of(undone.decision()));

      assertThat(group.people()).isEqualTo(with(none, links).people());
    }
    assertThat(group.people()).isEqualTo(none.people());
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void linked_records_are_one_person_who_bears_the_earliest_ones_id(long seed) {
    var random = new Random(seed);
    Group none = records(random);
    List<Group.Tie> links = links(none, random, 20);
    Map<RecordId, ChildId> people = with(none, links).people();

    for (Group.Tie link : links) {
      assertThat(people.get(link.left())).isEqualTo(people.get(link.right()));
    }
    var earliest = new HashMap<ChildId, Group.Member>();
    for (Group.Member member : none.members()) {
      ChildId person = people.getOrDefault(member.id(), member.now());
      earliest.merge(person, member, (a, b) -> a.arrival() < b.arrival() ? a : b);
    }
    earliest.forEach((person, member) -> assertThat(member.alone()).isEqualTo(person));
  }

  private static Group records(Random random) {
    var members = new ArrayList<Group.Member>();
    for (int i = 0; i < RECORDS; i++) {
      var alone = new ChildId(new UUID(random.nextLong(), i));
      members.add(new Group.Member(new RecordId(new UUID(random.nextLong(), i)), i, alone, alone));
    }
    return new Group(members, List.of(), List.of());
  }

  private static List<Group.Tie> links(Group group, Random random, int count) {
    var links = new ArrayList<Group.Tie>();
    for (int i = 0; i < count; i++) {
      links.add(
          new Group.Tie(
              new UUID(random.nextLong(), i),
              group.members().get(random.nextInt(RECORDS)).id(),
              group.members().get(random.nextInt(RECORDS)).id()));
    }
    return links;
  }

  private static Group with(Group none, List<Group.Tie> links) {
    return new Group(none.members(), links, List.of());
  }
}
