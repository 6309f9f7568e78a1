package org.closeknit.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was typed, piece by piece; a reader takes as many as it understands. */
final class Tokens {
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;:()\"“”?!*]+");

  /** Marks that turn the direction of writing are no letters, nor is what no key types. */
  private static final Pattern NOT_WRITING =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]");

  private final List<String> all;
  private int at;

  Tokens(String typed) {
    String written = NOT_WRITING.matcher(typed).replaceAll(" ");
    this.all = Arrays.stream(BETWEEN.split(written)).filter(one -> !one.isEmpty()).toList();
  }

  boolean left() {
    return at < all.size();
  }

  /** As it was typed. */
  String written() {
    return all.get(at);
  }

  String written(int count) {
    return String.join(" ", all.subList(at, at + count));
  }

  /** A token further on in small letters, blank where there is none. */
  String peek(int further) {
    int there = at + further;
    return there < all.size() ? all.get(there).toLowerCase(Locale.ROOT) : "";
  }

  void take(int count) {
    at += count;
  }

  /** The next tokens with a space between, where they are of this form as a whole. */
  Optional<Matcher> next(int count, Pattern form) {
    if (at + count > all.size()) {
      return Optional.empty();
    }
    Matcher matcher = form.matcher(written(count).toLowerCase(Locale.ROOT));
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }
}
