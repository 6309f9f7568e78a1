package org.closeknit.pages;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Names for a moment that can be said on the phone: a word and four digits, no child in them. */
@Component
class References {
  private static final String[] WORDS = {
    "AMBER", "ANCHOR", "ASPEN", "BADGER", "BARLEY", "BEACON", "BIRCH", "BRAMBLE", "BRIDGE",
    "CANDLE", "CEDAR", "CLOVER", "COBALT", "COPPER", "CORAL", "CRANE", "DRIFT", "EMBER",
    "FALCON", "FERN", "FLINT", "GARNET", "GRANITE", "HARBOUR", "HAZEL", "HERON", "IVORY",
    "JUNIPER", "KESTREL", "LANTERN", "LARCH", "LINEN", "MAPLE", "MARBLE", "MEADOW", "NUTMEG",
    "OCHRE", "ORCHARD", "OTTER", "PEBBLE", "PEPPER", "PLOVER", "QUARRY", "RAVEN", "RIVER",
    "ROWAN", "SAFFRON", "SILVER", "SPARROW", "TEAL", "THISTLE", "TIMBER", "VELVET", "WALNUT",
    "WILLOW", "WREN"
  };

  private final RandomGenerator random;

  @Autowired
  References() {
    this(new SecureRandom());
  }

  References(RandomGenerator random) {
    this.random = random;
  }

  /** EMBER-7712. */
  String next() {
    return "%s-%04d".formatted(WORDS[random.nextInt(WORDS.length)], random.nextInt(10_000));
  }
}
