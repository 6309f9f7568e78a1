package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The pairs to learn from: by number, by birth date, by both names, by home. Who bears the same
 * forename is of the same sex, so there the sex tells nothing either.
 */
final class Passes {
  /** More pairs tell no more. */
  private static final long ENOUGH = 150_000;

  /** A key that so many records share is a default, not a fact. */
  private static final int LARGEST_BLOCK = 200;

  private record Rule(Set<Field> fields, Function<Profile, String> key) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(Set.of(Field.NHS, Field.CHI), Passes::number),
          new Rule(Set.of(Field.BIRTH), Passes::birth),
          new Rule(Set.of(Field.GIVEN, Field.FAMILY, Field.SEX), Passes::names),
          new Rule(Set.of(Field.PLACE), Passes::home));

  private final List<Profile> profiles;
  private final Patterns patterns;
  private final TwoForenames twoForenames;

  Passes(List<Profile> profiles, Patterns patterns) {
    this.profiles = profiles;
    this.patterns = patterns;
    this.twoForenames = new TwoForenames(profiles);
  }

  List<Pass> all() {
    List<Pass> passes = new ArrayList<>();
    for (int i = 0; i < RULES.size(); i++) {
      passes.add(pass(i));
    }
    return passes;
  }

  /** What the pairs of one birth date tell of twins; to be asked when all passes are made. */
  TwoForenames twoForenames() {
    return twoForenames;
  }

  private Pass pass(int number) {
    Map<String, List<Profile>> blocks = blocks(RULES.get(number).key);
    long pairs = blocks.values().stream().mapToLong(Passes::pairs).sum();
    int every = (int) (pairs / ENOUGH) + 1;
    Map<String, Long> all = new HashMap<>();
    Map<String, Long> fresh = new HashMap<>();
    blocks.forEach((key, block) -> {
      if (Math.floorMod(key.hashCode() * 0x9e3779b9 >>> 8, every) == 0) {
        count(block, number, all, fresh);
      }
    });
    if (number == TwoForenames.PASS) {
      twoForenames.scale(every);
    }
    return new Pass(
        RULES.get(number).fields, every, filled(number), new TreeMap<>(all), new TreeMap<>(fresh));
  }

  private double filled(int number) {
    Function<Profile, String> key = RULES.get(number).key;
    long with = profiles.stream().filter(profile -> !key.apply(profile).isEmpty()).count();
    double share = (double) with / Math.max(1, profiles.size());
    return share * share;
  }

  private Map<String, List<Profile>> blocks(Function<Profile, String> key) {
    Map<String, List<Profile>> blocks = new HashMap<>();
    for (Profile profile : profiles) {
      String value = key.apply(profile);
      if (!value.isEmpty()) {
        blocks.computeIfAbsent(value, k -> new ArrayList<>(2)).add(profile);
      }
    }
    blocks.values().removeIf(block -> block.size() < 2 || block.size() > LARGEST_BLOCK);
    return blocks;
  }

  private static long pairs(List<Profile> block) {
    return (long) block.size() * (block.size() - 1) / 2;
  }

  private void count(
      List<Profile> block, int number, Map<String, Long> all, Map<String, Long> fresh) {
    for (int i = 0; i < block.size(); i++) {
      for (int j = 0; j < i; j++) {
        String pattern = patterns.of(block.get(i), block.get(j));
        all.merge(pattern, 1L, Long::sum);
        if (number == TwoForenames.PASS) {
          twoForenames.add(block.get(i), block.get(j), pattern);
        }
        if (isFresh(block.get(i), block.get(j), number)) {
          fresh.merge(pattern, 1L, Long::sum);
        }
      }
    }
  }

  private static boolean isFresh(Profile a, Profile b, int number) {
    for (int earlier = 0; earlier < number; earlier++) {
      String key = RULES.get(earlier).key.apply(a);
      if (!key.isEmpty() && key.equals(RULES.get(earlier).key.apply(b))) {
        return false;
      }
    }
    return true;
  }

  private static String number(Profile p) {
    return p.nhs.valid() ? p.nhs.digits() : p.chi.valid() ? p.chi.digits() : "";
  }

  private static String birth(Profile p) {
    return BirthDates.isFull(p.birth) ? Integer.toString(p.birth) : "";
  }

  private static String names(Profile p) {
    return p.given.isAbsent() || p.family.isAbsent() ? "" : p.given.first + ' ' + p.family.whole;
  }

  private static String home(Profile p) {
    if (p.place.words.length > 0 && p.place.numbers.length > 0) {
      return p.place.numbers[0] + ' ' + p.place.words[0];
    }
    return p.place.words.length == 0 ? p.place.postcode : "";
  }
}
