package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.closeknit.linkage.Decision.Says;

/** Records of few children, so that many are of one, with twins, namesakes and wrong numbers. */
final class FewFamilies {
  private static final String[][] CHILDREN = {
    {"Freya", "Hollingworth", "2014-03-11", "6 Canal Side", "HD7 5AA", "9000000009"},
    {"Zuzanna", "Hollingworth", "2014-03-11", "6 Canal Side", "HD7 5AA", "9000000017"},
    {"Seumas", "MacGillivray", "2009-03-15", "1 High Street", "HS1 2XX", "9000000025"},
    {"Mohammed Ali", "Khan", "2012-04-03", "2 Low Road", "EH1 1AA", "9000000033"},
    {"Mohammed", "Khan", "2012-03-04", "2 Low Road", "EH1 1AA", "9000000041"},
    {"Freya", "Hollingsworth", "2014-03-11", "77 Mill Lane", "DG9 0ZZ", ""}
  };
  private static final String[] OTHER_FORENAMES = {"Freyja", "James", "Muhammad", "Baby Girl", ""};

  private final Random random;

  FewFamilies(long seed) {
    random = new Random(seed);
  }

  /** With the ids r0, r1 and so on. */
  List<Person> records(int count) {
    return new ArrayList<>(IntStream.range(0, count).mapToObj(i -> record("r" + i)).toList());
  }

  List<Person> others(int count) {
    return IntStream.range(0, count).mapToObj(i -> record("other" + i)).toList();
  }

  List<Decision> decisions(List<Person> people, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> {
          int one = random.nextInt(people.size());
          int other = (one + 1 + random.nextInt(people.size() - 1)) % people.size();
          return Decision.about(people.get(one).id(), people.get(other).id(), says());
        })
        .toList();
  }

  /** Records that come, change and go, decisions that are taken and undone. */
  List<Step> history(int steps) {
    return IntStream.range(0, steps).mapToObj(i -> step()).toList();
  }

  private Step step() {
    String one = "r" + random.nextInt(8);
    String other = "r" + (8 + random.nextInt(8));
    return switch (random.nextInt(8)) {
      case 0 -> Step.of(identities -> identities.remove(one));
      case 1 -> Step.of(identities -> Step.of(identities.same(one, other)));
      case 2 -> Step.of(identities -> Step.of(identities.different(other, one)));
      case 3 -> Step.of(identities -> identities.undo(one, other));
      case 4 -> Step.put(record(one));
      default -> Step.put(record(other));
    };
  }

  private Says says() {
    return random.nextBoolean() ? Says.SAME : Says.DIFFERENT;
  }

  private Person record(String id) {
    String[] child = CHILDREN[random.nextInt(CHILDREN.length)];
    String[] other = CHILDREN[random.nextInt(CHILDREN.length)];
    return Person.withId(id)
        .givenName(chance(8) ? OTHER_FORENAMES[random.nextInt(OTHER_FORENAMES.length)] : child[0])
        .familyName(chance(8) ? other[1] : child[1])
        .birthDate(chance(8) ? child[2].substring(0, 4) : child[2])
        .address(chance(4) ? other[3] : child[3])
        .postcode(chance(3) ? "" : child[4])
        .nhsNumber(chance(2) ? "" : chance(12) ? other[5] : child[5])
        .build();
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
