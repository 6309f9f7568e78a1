package org.closeknit.linkage;

import java.util.HashMap;
import java.util.Map;

/**
 * How common the values of records are, as a model says; remembered for numbered values, so that
 * the pairs after the first look nothing up by its letters. For one thread at a time.
 */
final class Commonness {
  /** So many pairs of names are remembered where many are met, as a logarithm. */
  private static final int MANY = 14;

  private final Model model;
  private final Frequencies given;
  private final Frequencies family;
  private final Frequencies dates;
  private final Frequencies mothers;
  private final Bits givenBits = new Bits(0);
  private final Bits familyBits = new Bits(0);
  private final Bits dateBits;
  private final Bits motherBits = new Bits(0);
  private final Bits together;

  private final Map<String, OfFact> facts = new HashMap<>();

  private record OfFact(Weights weights, Bits bits) {}

  Commonness(Model model, boolean many) {
    this.model = model;
    this.given = model.frequencies(Field.GIVEN.name());
    this.family = model.frequencies(Field.FAMILY.name());
    this.dates = model.frequencies(Field.BIRTH.name());
    this.mothers = model.frequencies(Field.MOTHER.name());
    this.dateBits = new Bits(many ? MANY : 0);
    this.together = new Bits(many ? MANY : 0);
  }

  double share(GivenName name) {
    return givenBits.of(name.number, () -> given.share(name.first));
  }

  /** Of a forename that hardly anybody bears. */
  double rareGiven() {
    return given.rare();
  }

  double share(FamilyName name) {
    return familyBits.of(name.number, () -> family.share(name.whole));
  }

  double sharedPart(FamilyName a, FamilyName b) {
    return family.share(a.sharedPart(b));
  }

  /** In bits, as all that follow. */
  double date(int date) {
    return dateBits.of(date, date, () -> Weights.log2(dates.share(Integer.toString(date))));
  }

  double mother(MotherName name) {
    return motherBits.of(name.number, () -> Weights.log2(mothers.share(name.first())));
  }

  double fact(String name, Fact fact) {
    return fact(name)
        .bits
        .of(fact.number(), () -> Weights.log2(model.frequencies(name).share(fact.value())));
  }

  /** How much oftener than by chance the two names of a record meet. */
  double together(Profile of) {
    return together.of(
        of.givenNumber,
        of.familyNumber,
        () -> Weights.log2(model.traditions().together(of.given.first, of.family.whole)));
  }

  Weights weights(String fact) {
    return fact(fact).weights;
  }

  private OfFact fact(String name) {
    OfFact known = facts.get(name);
    return known != null ? known : facts.computeIfAbsent(name, this::ofFact);
  }

  private OfFact ofFact(String name) {
    return new OfFact(model.weights(name), new Bits(0));
  }
}
