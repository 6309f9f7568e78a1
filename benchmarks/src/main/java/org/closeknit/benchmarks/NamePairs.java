package org.closeknit.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.closeknit.benchmarks.country.Country;
import org.closeknit.linkage.Likeness;
import org.closeknit.linkage.Model;
import org.closeknit.linkage.Person;
import org.closeknit.linkage.words.Spelling;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Family names of made-up people, in pairs: half of neighbours in the alphabet, which are much
 * alike, half as they come. Each call is given the next pair.
 */
@State(Scope.Thread)
public class NamePairs {
  /** A power of two. */
  private static final int PAIRS = 1 << 12;

  private static final long SEED = 7;
  private static final int SLIPS = 2;

  private final String[] left = new String[PAIRS];
  private final String[] right = new String[PAIRS];
  private final Person[] someone = new Person[PAIRS];
  private final Person[] another = new Person[PAIRS];
  private final Model model = Model.shipped();
  private final JaroWinklerSimilarity jaroWinkler = new JaroWinklerSimilarity();
  private final LevenshteinDistance levenshtein = new LevenshteinDistance(SLIPS);
  private int next;

  @Setup
  public void draw() {
    List<Person> people = Country.of(2 * PAIRS, SEED).people();
    List<String> names = people.stream().map(NamePairs::name).sorted().toList();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < PAIRS; i++) {
      int one = random.nextInt(names.size() - 1);
      left[i] = names.get(one);
      right[i] = names.get(i % 2 == 0 ? one + 1 : random.nextInt(names.size()));
      someone[i] = people.get(one);
      another[i] = people.get(random.nextInt(people.size()));
    }
  }

  private static String name(Person person) {
    return person.familyName().toLowerCase(Locale.ROOT);
  }

  @Benchmark
  public double jaroWinklerOurs() {
    int pair = next();
    return Spelling.jaroWinkler(left[pair], right[pair]);
  }

  @Benchmark
  public double jaroWinklerCommonsText() {
    int pair = next();
    return jaroWinkler.apply(left[pair], right[pair]);
  }

  @Benchmark
  public boolean twoSlipsOurs() {
    int pair = next();
    return Spelling.within(left[pair], right[pair], SLIPS);
  }

  @Benchmark
  public int twoSlipsCommonsText() {
    int pair = next();
    return levenshtein.apply(left[pair], right[pair]);
  }

  /** Two whole records, made ready, weighed and explained. */
  @Benchmark
  public Likeness recordsCompared() {
    int pair = next();
    return model.compare(someone[pair], another[pair]);
  }

  private int next() {
    next = next + 1 & PAIRS - 1;
    return next;
  }
}
