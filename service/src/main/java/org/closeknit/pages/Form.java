package org.closeknit.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/** What stands in a form: as it was sent, and what is wrong with it. */
public final class Form {
  private static final int LONGEST = 200;

  private final Map<String, List<String>> said = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  public static Form empty() {
    return new Form();
  }

  public static Form of(MultiValueMap<String, String> sent) {
    var form = new Form();
    sent.forEach((name, values) -> form.said.put(name, values.stream().map(Form::plain).toList()));
    return form;
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ").strip();
  }

  public Form with(String name, String value) {
    said.put(name, List.of(value));
    return this;
  }

  public Form with(String name, Set<String> values) {
    said.put(name, List.copyOf(values));
    return this;
  }

  public Form with(String name, LocalDate day) {
    return with(name + "-day", String.valueOf(day.getDayOfMonth()))
        .with(name + "-month", String.valueOf(day.getMonthValue()))
        .with(name + "-year", String.valueOf(day.getYear()));
  }

  public String value(String name) {
    return said.getOrDefault(name, List.of()).stream().findFirst().orElse("");
  }

  public Set<String> values(String name) {
    return said.getOrDefault(name, List.of()).stream()
        .filter(one -> !one.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  public String error(String name) {
    return problems.stream()
        .filter(problem -> problem.field().equals(name))
        .map(Problem::words)
        .findFirst()
        .orElse("");
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  public boolean isGood() {
    return problems.isEmpty();
  }

  public void wrong(String name, String words) {
    if (error(name).isEmpty()) {
      problems.add(new Problem(name, words));
    }
  }

  /** A line that must be there. */
  public String needed(String name, String words) {
    if (value(name).isEmpty()) {
      wrong(name, words);
    }
    return line(name);
  }

  /** A line that may be empty. */
  public String line(String name) {
    if (value(name).length() > LONGEST) {
      wrong(name, "Use at most " + LONGEST + " characters");
    }
    return value(name);
  }

  /** A line that is empty or fits. */
  public String fitting(String name, String pattern, String words) {
    String line = line(name);
    if (!line.isEmpty() && !line.matches(pattern)) {
      wrong(name, words);
    }
    return line;
  }

  /** One of several words. */
  public String oneOf(String name, Set<String> known, String words) {
    if (!known.contains(value(name))) {
      wrong(name, words);
    }
    return value(name);
  }

  /** Some of several words, at least so many. */
  public Set<String> someOf(String name, Set<String> known, int atLeast, String words) {
    if (values(name).size() < atLeast || !known.containsAll(values(name))) {
      wrong(name, words);
    }
    return values(name);
  }

  public int number(String name, int from, int to) {
    int number = value(name).matches("[0-9]{1,6}") ? Integer.parseInt(value(name)) : -1;
    if (number < from || number > to) {
      wrong(name, "Enter a number from " + from + " to " + to);
    }
    return number;
  }

  public Optional<LocalDate> day(String name, String words) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(value(name + "-year")),
              Integer.parseInt(value(name + "-month")),
              Integer.parseInt(value(name + "-day"))));
    } catch (DateTimeException | NumberFormatException noDay) {
      wrong(name, words);
      return Optional.empty();
    }
  }
}
