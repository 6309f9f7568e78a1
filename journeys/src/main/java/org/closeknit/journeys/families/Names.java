package org.closeknit.journeys.families;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.closeknit.journeys.tables.Table;
import org.closeknit.journeys.tables.Tables;

/** The name tables, compiled for families as they live in England and Scotland. */
final class Names {

  private final Map<String, List<Name>> names = new HashMap<>();
  private final List<Table.Row> backgrounds;

  Names() {
    for (Table.Row row : Tables.resource(Names.class, "names.csv").rows()) {
      names.put(
          row.get("background") + " " + row.get("kind"),
          Stream.of(row.get("names").split(";")).map(Name::of).toList());
    }
    backgrounds = Tables.resource(Names.class, "backgrounds.csv").rows();
  }

  String background(Draw draw, String nation) {
    double[] weights =
        backgrounds.stream().mapToDouble(row -> Double.parseDouble(row.get(nation))).toArray();
    return backgrounds.get(draw.weighted(weights)).get("background");
  }

  /** The language of the home, empty where it is English alone. */
  String language(String background) {
    return backgrounds.stream()
        .filter(row -> row.get("background").equals(background))
        .map(row -> row.get("language"))
        .findFirst()
        .orElse("");
  }

  Name given(Draw draw, String background, boolean female) {
    return spelt(draw, background + (female ? " girl" : " boy"));
  }

  Name family(Draw draw, String background) {
    return spelt(draw, background + " family");
  }

  /** One bearer in eight writes the name in another of its forms. */
  private Name spelt(Draw draw, String table) {
    Name name = draw.from(names.getOrDefault(table, List.of()));
    return draw.chance(0.12) ? name.withUsual(draw.from(name.others())) : name;
  }
}
