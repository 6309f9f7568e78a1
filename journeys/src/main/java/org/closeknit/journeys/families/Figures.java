package org.closeknit.journeys.families;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a seed has made, counted. */
public record Figures(
    int families,
    int children,
    int unborn,
    int adults,
    int multiples,
    int childrenWithStatus,
    Map<Integer, Long> childrenByAgencies,
    Map<String, Integer> lines,
    long childPairs,
    long exactChildPairs,
    long pairs,
    long exactPairs) {

  /** The share of true pairs of children that agree on given names, family name and birth date. */
  public double exactShare() {
    return (double) exactChildPairs / childPairs;
  }

  static Figures of(MadeUpFamilies made) {
    Map<String, List<Truth>> people =
        made.truth().stream()
            .collect(Collectors.groupingBy(Truth::person, TreeMap::new, Collectors.toList()));
    long[] child = exact(made, people.values().stream().filter(all -> is(all, "child")).toList());
    long[] all = exact(made, people.values());
    return new Figures(
        (int) made.truth().stream().map(Truth::family).distinct().count(),
        count(people, "child"),
        count(people, "unborn"),
        count(people, "adult"),
        multiples(made, people),
        withStatus(made),
        byAgencies(people),
        lines(made),
        child[0],
        child[1],
        all[0],
        all[1]);
  }

  private static boolean is(List<Truth> person, String kind) {
    return person.getFirst().kind().equals(kind);
  }

  private static int count(Map<String, List<Truth>> people, String kind) {
    return (int) people.values().stream().filter(all -> is(all, kind)).count();
  }

  /** True pairs, and those of them that agree exactly, capital letters aside. */
  private static long[] exact(MadeUpFamilies made, Collection<List<Truth>> people) {
    long pairs = 0;
    long exact = 0;
    for (List<Truth> records : people) {
      pairs += records.size() * (records.size() - 1L) / 2;
      Map<String, Long> alike =
          records.stream()
              .map(record -> nameAndDate(made.person(record)))
              .filter(key -> !key.isEmpty())
              .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
      exact += alike.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
    }
    return new long[] {pairs, exact};
  }

  private static String nameAndDate(Line line) {
    String given = line.get("given_names");
    String born = line.get("birth_date");
    return given.isEmpty() || born.isEmpty()
        ? ""
        : (given + "|" + line.get("family_name") + "|" + born).toLowerCase(Locale.ROOT);
  }

  private static int multiples(MadeUpFamilies made, Map<String, List<Truth>> people) {
    Map<String, Set<String>> births = new HashMap<>();
    people.forEach((person, records) -> {
      if (is(records, "child")) {
        String born = records.getFirst().family() + " " + made.birthDay(person);
        births.computeIfAbsent(born, _ -> new HashSet<>()).add(person);
      }
    });
    return births.values().stream().mapToInt(Set::size).filter(size -> size > 1).sum();
  }

  private static int withStatus(MadeUpFamilies made) {
    Set<String> children = new HashSet<>();
    for (Truth record : made.truth()) {
      boolean has =
          made.filings().of(record.agency(), Filed.STATUSES).stream()
              .anyMatch(line -> line.get("local_id").equals(record.localId()));
      if (has && record.kind().equals("child")) {
        children.add(record.person());
      }
    }
    return children.size();
  }

  private static Map<Integer, Long> byAgencies(Map<String, List<Truth>> people) {
    return people.values().stream()
        .filter(all -> is(all, "child"))
        .map(all -> (int) all.stream().map(Truth::agency).distinct().count())
        .collect(Collectors.groupingBy(n -> n, TreeMap::new, Collectors.counting()));
  }

  private static Map<String, Integer> lines(MadeUpFamilies made) {
    Map<String, Integer> lines = new TreeMap<>();
    for (String agency : made.filings().agencies()) {
      for (Filed filed : Filed.values()) {
        lines.merge(filed.word(), made.filings().of(agency, filed).size(), Integer::sum);
      }
    }
    return lines;
  }

  /** In a few lines for people. */
  public String told() {
    return """
    %d families: %d children, %d unborn, %d adults; %d children are twins or triplets
    children by the number of agencies that know them: %s
    children with a status, now or before: %d (%.1f %%)
    lines: %s
    true pairs of children's records: %d, of which exact name and birth date finds %d (%.1f %%)
    true pairs of all records: %d, of which exact name and birth date finds %d (%.1f %%)\
    """
        .formatted(
            families,
            children,
            unborn,
            adults,
            multiples,
            childrenByAgencies,
            childrenWithStatus,
            100.0 * childrenWithStatus / children,
            lines,
            childPairs,
            exactChildPairs,
            100 * exactShare(),
            pairs,
            exactPairs,
            100.0 * exactPairs / pairs);
  }
}
