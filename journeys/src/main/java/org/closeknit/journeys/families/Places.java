package org.closeknit.journeys.families;

import java.time.LocalDate;
import java.util.List;
import org.closeknit.journeys.tables.Table;
import org.closeknit.journeys.tables.Tables;

/** Streets of towns that are nowhere, with postcodes of areas that were never given out. */
final class Places {

  /** The letters that the last two places of a British postcode use. */
  private static final String UNIT = "ABDEFGHJLNPQRSTUWXYZ";

  private final List<Table.Row> towns = Tables.resource(Places.class, "streets.csv").rows();

  Home home(Draw draw, String council, LocalDate from) {
    Table.Row town =
        draw.from(towns.stream().filter(row -> row.get("agency").equals(council)).toList());
    String street = draw.from(List.of(town.get("streets").split(";")));
    int house = draw.between(1, 140);
    String flat = draw.chance(0.18) ? "Flat " + draw.between(1, 12) + ", " : "";
    return new Home(
        flat + house + " " + street,
        town.get("town"),
        town.get("outward") + " " + unit(street, house),
        from);
  }

  /** Neighbours share a postcode: it follows from the street and the half of it. */
  private static String unit(String street, int house) {
    int place = Math.floorMod(street.hashCode() + (house > 60 ? 7 : 0), 9 * 400);
    return "" + (1 + place / 400) + UNIT.charAt(place % 20) + UNIT.charAt(place / 20 % 20);
  }
}
