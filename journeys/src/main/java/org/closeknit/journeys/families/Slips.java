package org.closeknit.journeys.families;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What happens to names and dates between a family's mouth and an agency's books. */
final class Slips {

  /** Letters that lie beside each other on a keyboard, or that sound alike. */
  private static final Map<Character, String> NEAR =
      Map.ofEntries(
          Map.entry('a', "se"),
          Map.entry('b', "vn"),
          Map.entry('c', "kv"),
          Map.entry('d', "ft"),
          Map.entry('e', "iw"),
          Map.entry('f', "gv"),
          Map.entry('g', "hj"),
          Map.entry('h', "gj"),
          Map.entry('i', "ey"),
          Map.entry('k', "lc"),
          Map.entry('l', "k"),
          Map.entry('m', "n"),
          Map.entry('n', "m"),
          Map.entry('o', "pu"),
          Map.entry('p', "o"),
          Map.entry('r', "t"),
          Map.entry('s', "az"),
          Map.entry('t', "ry"),
          Map.entry('u', "io"),
          Map.entry('v', "bf"),
          Map.entry('y', "iu"),
          Map.entry('z', "s"));

  /** What a scanner reads for what. */
  private static final List<String[]> SCANNED =
      List.of(
          new String[] {"rn", "m"},
          new String[] {"m", "rn"},
          new String[] {"cl", "d"},
          new String[] {"li", "h"},
          new String[] {"h", "li"},
          new String[] {"w", "vv"},
          new String[] {"ri", "n"},
          new String[] {"ll", "il"},
          new String[] {"d", "cl"});

  private final Draw draw;
  private final LocalDate today;

  Slips(Draw draw, LocalDate today) {
    this.draw = draw;
    this.today = today;
  }

  String typed(String name) {
    if (name.length() < 4) {
      return name + name.charAt(name.length() - 1);
    }
    int at = draw.between(1, name.length() - 2);
    char letter = name.charAt(at);
    String start = name.substring(0, at);
    String end = name.substring(at + 1);
    return switch (draw.between(0, 3)) {
      case 0 -> start + end;
      case 1 -> start + letter + letter + end;
      case 2 -> start + end.charAt(0) + letter + end.substring(1);
      default -> start + near(letter) + end;
    };
  }

  private String near(char letter) {
    String near = NEAR.getOrDefault(letter, "e");
    return String.valueOf(near.charAt(draw.between(0, near.length() - 1)));
  }

  String scanned(String name) {
    for (String[] pair : SCANNED) {
      int at = name.indexOf(pair[0], 1);
      if (at > 0) {
        return name.substring(0, at) + pair[1] + name.substring(at + pair[0].length());
      }
    }
    return typed(name);
  }

  String otherForm(Name name) {
    return name.others().isEmpty() ? typed(name.usual()) : draw.from(name.others());
  }

  /** As a system has it that knows no letters but those of English. */
  static String plainLetters(String name) {
    return Normalizer.normalize(name.replace('ł', 'l').replace('Ł', 'L'), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "");
  }

  LocalDate date(LocalDate day, double firstOfJanuary) {
    if (draw.chance(firstOfJanuary)) {
      return LocalDate.of(day.getYear(), 1, 1);
    }
    return switch (draw.weighted(966, 14, 9, 6, 5)) {
      case 1 -> dayAndMonthSwapped(day);
      case 2 -> day.minusDays(1);
      case 3 -> day.minusYears(1);
      case 4 -> day.minusDays(draw.chance(0.5) ? 10 : 9);
      default -> day;
    };
  }

  /** Nobody writes down a birth that is still to come. */
  private LocalDate dayAndMonthSwapped(LocalDate day) {
    try {
      LocalDate swapped = LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
      return swapped.isAfter(today) ? day : swapped;
    } catch (DateTimeException noSuchMonth) {
      return day;
    }
  }

  String address(String address) {
    return switch (draw.weighted(62, 18, 8, 6, 6)) {
      case 1 ->
          address
              .replace(" Street", " St")
              .replace(" Road", " Rd")
              .replace(" Lane", " La")
              .replace(" Terrace", " Terr")
              .replace(" Avenue", " Ave");
      case 2 -> address.substring(0, address.lastIndexOf(','));
      case 3 -> typed(address);
      case 4 -> "";
      default -> address;
    };
  }

  String postcode(String postcode) {
    return switch (draw.weighted(88, 5, 4, 3)) {
      case 1 -> "";
      case 2 -> postcode.replace(" ", "");
      case 3 ->
          postcode.substring(0, postcode.length() - 1) + draw.from(List.of("A", "E", "H", "T"));
      default -> postcode;
    };
  }
}
