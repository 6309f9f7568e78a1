package org.closeknit.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class APairIsExplained {
  private static final Person ONE =
      Person.withId("1")
          .givenName("Yusuf")
          .familyName("Baranowicz & <Sons>")
          .birthDate("2012-03-04")
          .address("1 High Street")
          .build();
  private static final Person OTHER =
      Person.withId("2")
          .givenName("Yusuf")
          .familyName("Baranowicz & <Sons>")
          .birthDate("2012-04-03")
          .postcode("EH1 1AA")
          .build();

  private final Explanation explained = Model.shipped().explain(ONE, OTHER);

  @Test
  void the_prior_and_the_steps_make_the_sum() {
    double steps = explained.steps().stream().mapToDouble(step -> step.reason().weight()).sum();
    assertThat(explained.prior() + steps).isCloseTo(explained.sum(), offset(1e-9));
    double probability = 1 / (1 + Math.pow(2, -explained.sum()));
    assertThat(probability).isCloseTo(explained.likeness().probability(), offset(1e-9));
  }

  @Test
  void each_weight_is_how_much_oftener_one_person_agrees_so_than_two() {
    for (Explanation.Step step : explained.steps()) {
      if (step.inOne() > 0) {
        double bits = Math.log(step.inOne() / step.byChance()) / Math.log(2);
        assertThat(step.reason().weight()).isCloseTo(bits, offset(1e-9));
      }
    }
  }

  @Test
  void how_common_the_very_name_is_entered() {
    Model model = Model.train(manyOfOneName());
    Explanation common = model.explain(named("a", "Smith"), named("b", "Smith"));
    Explanation rare = model.explain(named("a", "Quillfeather"), named("b", "Quillfeather"));
    assertThat(family(common).ofTheValue()).isTrue();
    assertThat(family(common).byChance()).isGreaterThan(10 * family(rare).byChance());
    assertThat(family(rare).reason().weight()).isGreaterThan(family(common).reason().weight() + 3);
  }

  @Test
  void a_worker_reads_the_loudest_facts_first_and_what_is_missing() {
    assertThat(explained.inWords())
        .startsWith("The same rare family name; ")
        .contains("day and month have changed places")
        .contains("no address to compare");
  }

  @Test
  void a_rule_is_told_as_what_makes_a_human_decide() {
    Person one =
        Person.withId("1")
            .givenName("Ann")
            .familyName("Roe")
            .birthDate("2011-12-30")
            .nhsNumber("9000000009")
            .build();
    Person stranger =
        Person.withId("2")
            .givenName("Rory")
            .familyName("Quillfeather")
            .birthDate("2014-01-02")
            .nhsNumber("9000000009")
            .build();
    assertThat(Model.shipped().explain(one, stranger).inWords())
        .contains("A human decides: ")
        .contains("no address to compare");
  }

  @Test
  void the_picture_is_well_formed_and_has_a_bar_for_each_step() throws Exception {
    Document picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(explained.waterfall())));
    int bars = picture.getElementsByTagName("rect").getLength() - 1;
    assertThat(bars).isEqualTo(explained.steps().size() + 2);
    assertThat(picture.getElementsByTagName("title").getLength()).isEqualTo(1);
  }

  private static Explanation.Step family(Explanation explanation) {
    return explanation.steps().stream()
        .filter(step -> step.reason().field().equals("family_name"))
        .findFirst()
        .orElseThrow();
  }

  private static Person named(String id, String family) {
    return Person.withId(id).givenName("Ann").familyName(family).birthDate("2011-01-02").build();
  }

  private static List<Person> manyOfOneName() {
    return IntStream.range(0, 400)
        .mapToObj(i ->
            Person.withId("p" + i)
                .givenName("Name" + i % 37)
                .familyName(i % 2 == 0 ? "Smith" : "Kin" + i)
                .birthDate("20%02d-0%d-1%d".formatted(i % 17, 1 + i % 9, i % 10))
                .build())
        .toList();
  }
}
