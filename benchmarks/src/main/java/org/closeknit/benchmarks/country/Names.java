package org.closeknit.benchmarks.country;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.closeknit.journeys.families.MadeUpFamilies;
import org.closeknit.journeys.tables.Table;
import org.closeknit.journeys.tables.Tables;

/**
 * Names by background, each with its other forms. A table has too few for a country: the rest are
 * the beginning of one name with the end of another.
 */
final class Names {
  private static final double FROM_THE_TABLE = 0.4;
  private static final String[] STARTS = {
    "Al", "Bar", "Car", "Dan", "El", "Far", "Gil", "Hol", "Is", "Jas", "Kel", "Lor", "Mor", "Nor",
    "Os", "Pen", "Quin", "Ros", "Sel", "Thor", "Ul", "Ver", "Wen", "Yar", "Zel"
  };
  private static final String[] MIDDLES = {
    "", "a", "ber", "cing", "den", "er", "ing", "les", "ter"
  };
  private static final String[] ENDS = {
    "bury", "combe", "dale", "field", "ford", "gate", "ham", "hurst", "kirk", "land", "ley", "man",
    "more", "ness", "shaw", "stead", "ton", "well", "wick", "worth"
  };

  private final Map<String, List<List<String>>> known = new HashMap<>();
  private final Map<String, List<List<String>>> composed = new HashMap<>();
  private final List<String> backgrounds = new ArrayList<>();
  private final double[] shares;

  Names() {
    for (Table.Row row : Tables.resource(MadeUpFamilies.class, "names.csv").rows()) {
      String table = row.get("background") + ' ' + row.get("kind");
      List<List<String>> names = new ArrayList<>();
      for (String forms : row.get("names").split(";")) {
        names.add(List.of(forms.split("/")));
      }
      known.put(table, names);
      composed.put(table, composed(names, isEnglish(row.get("background"))));
    }
    List<Table.Row> rows = Tables.resource(MadeUpFamilies.class, "backgrounds.csv").rows();
    double all = rows.stream().mapToDouble(row -> Double.parseDouble(row.get("england"))).sum();
    rows.forEach(row -> backgrounds.add(row.get("background")));
    shares = rows.stream().mapToDouble(r -> Double.parseDouble(r.get("england")) / all).toArray();
  }

  /** Names that an English clerk writes as they sound. */
  static boolean isEnglish(String background) {
    return Set.of("british", "scottish", "irish", "welsh", "caribbean").contains(background);
  }

  String background(Lots lots) {
    return backgrounds.get(lots.weighted(shares));
  }

  /** The usual form first. */
  List<String> draw(Lots lots, String background, String kind) {
    String table = background + ' ' + kind;
    boolean common = lots.chance(FROM_THE_TABLE);
    return lots.fromCommonFirst((common ? known : composed).getOrDefault(table, List.of()));
  }

  private static List<List<String>> composed(List<List<String>> names, boolean english) {
    Set<String> made = new LinkedHashSet<>();
    for (List<String> one : names) {
      for (List<String> other : names) {
        made.add(start(one.getFirst()) + end(other.getFirst()));
      }
    }
    if (english && names.getFirst().getFirst().length() > 2) {
      for (String start : STARTS) {
        for (String middle : MIDDLES) {
          for (String end : ENDS) {
            made.add(start + middle + end);
          }
        }
      }
    }
    return made.stream().map(List::of).toList();
  }

  private static String start(String name) {
    return name.substring(0, (name.length() + 1) / 2);
  }

  private static String end(String name) {
    return name.substring((name.length() + 1) / 2).strip();
  }
}
