package org.closeknit.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However few columns a file has, twins are not joined and what is said to be likely is. */
class TwinsUnderAnyColumns {
  private static final MadeUpChildren CHILDREN = new MadeUpChildren(11, 2_500);

  enum Has {
    ALL(person -> person),
    NO_SEX(person -> reduced(person, "", person.address(), person.postcode())),
    POSTCODE_ALONE(person -> reduced(person, "", "", person.postcode())),
    NO_HOME(person -> reduced(person, person.sex(), "", ""));

    private final UnaryOperator<Person> columns;

    Has(UnaryOperator<Person> columns) {
      this.columns = columns;
    }

    Linking.Linked linked() {
      List<Person> people = CHILDREN.records().stream().map(columns).toList();
      return Linking.link(List.of(people), Linking.Options.sure());
    }
  }

  @ParameterizedTest
  @EnumSource
  void twins_are_not_joined(Has columns) {
    Map<String, List<String>> groups = groups(columns.linked().entityOf());
    long wrong = 0;
    long right = 0;
    for (List<String> group : groups.values()) {
      for (String one : group) {
        for (String other : group) {
          if (one.compareTo(other) < 0) {
            boolean same = isSame(one, other);
            right += same ? 1 : 0;
            wrong += !same && CHILDREN.related(one, other) ? 1 : 0;
          }
        }
      }
    }
    assertThat(wrong).isZero();
    assertThat(right).isGreaterThan(3_000);
  }

  @ParameterizedTest
  @EnumSource
  void what_is_said_to_be_likely_is(Has columns) {
    double[] said = new double[10];
    double[] right = new double[10];
    List<Linking.Pair> pairs = columns.linked().pairs();
    for (Linking.Pair pair : pairs) {
      int band = Math.min(9, (int) (pair.probability() * 10));
      said[band] += pair.probability();
      right[band] += isSame(pair.leftId(), pair.rightId()) ? 1 : 0;
    }
    double error = 0;
    for (int band = 0; band < said.length; band++) {
      error += Math.abs(said[band] - right[band]);
    }
    assertThat(error / pairs.size()).isLessThan(0.04);
  }

  private static boolean isSame(String one, String other) {
    return MadeUpChildren.child(one).equals(MadeUpChildren.child(other));
  }

  private static Map<String, List<String>> groups(Map<String, String> entityOf) {
    return entityOf.keySet().stream()
        .collect(Collectors.groupingBy(id -> entityOf.getOrDefault(id, id)));
  }

  private static Person reduced(Person person, String sex, String address, String postcode) {
    return Person.withId(person.id())
        .source(person.source())
        .givenName(person.givenName())
        .familyName(person.familyName())
        .birthDate(person.birthDate())
        .sex(sex)
        .address(address)
        .postcode(postcode)
        .build();
  }
}
