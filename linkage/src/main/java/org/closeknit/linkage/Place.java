package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.closeknit.linkage.words.Folding;
import org.closeknit.linkage.words.Spelling;

/**
 * Where somebody lives, compared as one: an address and its postcode are not two pieces of
 * evidence.
 */
final class Place {
  private static final String[] NONE = {};
  private static final Place ABSENT = new Place(NONE, NONE, "", "");

  /** Words that most addresses have. */
  private static final Set<String> COMMON =
      Set.of(
          "street",
          "st",
          "road",
          "rd",
          "avenue",
          "ave",
          "close",
          "cl",
          "crescent",
          "cres",
          "drive",
          "dr",
          "lane",
          "ln",
          "place",
          "pl",
          "court",
          "ct",
          "flat",
          "apartment",
          "apt",
          "unit",
          "the",
          "house",
          "no",
          "terrace",
          "terr",
          "way",
          "gardens",
          "gdns",
          "grove",
          "square",
          "sq",
          "circuit",
          "cct",
          "parade",
          "row",
          "walk",
          "view");

  final String[] words;
  final String[] numbers;
  final String city;
  final String postcode;

  private Place(String[] words, String[] numbers, String city, String postcode) {
    this.words = words;
    this.numbers = numbers;
    this.city = city;
    this.postcode = postcode;
  }

  static Place of(String address, String city, String postcode) {
    List<String> words = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (String word : Folding.words(address)) {
      if (Character.isDigit(word.charAt(0))) {
        numbers.add(word);
      } else if (!COMMON.contains(word)) {
        words.add(word);
      }
    }
    Place place =
        new Place(
            words.toArray(NONE), numbers.toArray(NONE), Folding.fold(city), Folding.code(postcode));
    return place.isAbsent() ? ABSENT : place;
  }

  boolean isAbsent() {
    return words.length + numbers.length == 0 && city.isEmpty() && postcode.isEmpty();
  }

  int level(Place other) {
    boolean streets = words.length > 0 && other.words.length > 0;
    boolean postcodes = !postcode.isEmpty() && !other.postcode.isEmpty();
    boolean cities = !city.isEmpty() && !other.city.isEmpty();
    if (!streets && !postcodes && !cities) {
      return Level.ABSENT;
    }
    boolean samePostcode = postcodes && postcode.equals(other.postcode);
    boolean sameCity = cities && (city.equals(other.city) || Spelling.close(city, other.city));
    return compared(other, streets && sameStreet(other), samePostcode, sameCity).ordinal();
  }

  private Level.Place compared(
      Place other, boolean street, boolean samePostcode, boolean sameCity) {
    boolean area = samePostcode || sameCity;
    if (street && sameNumbers(other)) {
      return area ? Level.Place.HOME : Level.Place.ADDRESS;
    }
    if (street) {
      return area ? Level.Place.STREET_IN_AREA : Level.Place.STREET;
    }
    if (samePostcode) {
      return Level.Place.POSTCODE;
    }
    return sameCity || nearPostcode(other.postcode) ? Level.Place.AREA : Level.Place.DIFFERENT;
  }

  /** At least half of the words of the shorter address stand in the other. */
  private boolean sameStreet(Place other) {
    String[] fewer = words.length <= other.words.length ? words : other.words;
    String[] more = fewer == words ? other.words : words;
    int found = 0;
    for (String word : fewer) {
      found += isIn(word, more) ? 1 : 0;
    }
    return 2 * found >= fewer.length && found > 0;
  }

  private static boolean isIn(String word, String[] words) {
    for (String other : words) {
      if (word.equals(other) || Spelling.close(word, other)) {
        return true;
      }
    }
    return false;
  }

  /** A flat may be left out; the house may not differ. */
  private boolean sameNumbers(Place other) {
    String[] fewer = numbers.length <= other.numbers.length ? numbers : other.numbers;
    String[] more = fewer == numbers ? other.numbers : numbers;
    for (String number : fewer) {
      if (!List.of(more).contains(number)) {
        return false;
      }
    }
    return fewer.length > 0 || more.length == 0;
  }

  /** One slip of the pen, or the same British district. */
  private boolean nearPostcode(String other) {
    if (postcode.length() < 4 || other.length() < 4) {
      return false;
    }
    return Spelling.within(postcode, other, 1)
        || postcode.length() >= 5 && outward(postcode).equals(outward(other));
  }

  private static String outward(String postcode) {
    return postcode.substring(0, postcode.length() - 3);
  }
}
