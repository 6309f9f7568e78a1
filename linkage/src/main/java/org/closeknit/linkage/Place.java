package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.closeknit.linkage.words.Folding;
import org.closeknit.linkage.words.Sound;
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

  /** How the words and the city sound. */
  final String[] sounds;

  final String citySound;
  private final int[] letters;

  /** Of the first two words, beside the rest: most places are told apart by them. */
  private final int firstLetters;

  private final int secondLetters;
  private final int wordCount;
  private final int cityMark;
  private final int cityLetters;
  private final int postcodeMark;
  private final int postcodeLetters;
  private final int districtMark;

  private Place(String[] words, String[] numbers, String city, String postcode) {
    this.words = words;
    this.numbers = numbers;
    this.city = city;
    this.postcode = postcode;
    this.sounds = Arrays.stream(words).map(Sound::of).toArray(String[]::new);
    this.citySound = Sound.of(city);
    this.letters = Arrays.stream(words).mapToInt(Spelling::letters).toArray();
    this.firstLetters = letters.length > 0 ? letters[0] : 0;
    this.secondLetters = letters.length == 1 ? letters[0] : letters.length > 1 ? letters[1] : 0;
    this.postcodeLetters = Spelling.letters(postcode);
    this.postcodeMark = Mark.of(postcode);
    this.wordCount = words.length;
    this.cityMark = Mark.of(city);
    this.cityLetters = Spelling.letters(city);
    this.districtMark =
        postcode.length() >= 5 ? Mark.of(postcode.substring(0, postcode.length() - 3)) : 0;
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
    if (this == other && wordCount > 0) {
      return (postcode.isEmpty() && city.isEmpty() ? Level.Place.ADDRESS : Level.Place.HOME)
          .ordinal();
    }
    boolean streets = wordCount > 0 && other.wordCount > 0;
    boolean postcodes = postcodeMark != 0 && other.postcodeMark != 0;
    boolean cities = cityMark != 0 && other.cityMark != 0;
    if (!streets && !postcodes && !cities) {
      return Level.ABSENT;
    }
    boolean samePostcode =
        postcodes && postcodeMark == other.postcodeMark && postcode.equals(other.postcode);
    boolean sameCity =
        cities && (cityMark == other.cityMark && city.equals(other.city) || isAlikeCity(other));
    return compared(other, streets && sameStreet(other), samePostcode, sameCity).ordinal();
  }

  private boolean isAlikeCity(Place other) {
    return Spelling.mayBeClose(cityLetters, other.cityLetters) && Spelling.close(city, other.city)
        || Spelling.mayBeAlike(city, cityLetters, other.city, other.cityLetters)
            && Spelling.alike(city, other.city);
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
    return sameCity || nearPostcode(other) ? Level.Place.AREA : Level.Place.DIFFERENT;
  }

  /** At least half of the words of the shorter address stand in the other. */
  private boolean sameStreet(Place other) {
    if (wordCount <= 2 && other.wordCount <= 2 && !mayShareAWord(other)) {
      return false;
    }
    Place fewer = words.length <= other.words.length ? this : other;
    Place more = fewer == this ? other : this;
    int found = 0;
    for (int i = 0; i < fewer.words.length; i++) {
      found += more.hasWord(fewer.words[i], fewer.letters[i]) ? 1 : 0;
    }
    return 2 * found >= fewer.words.length && found > 0;
  }

  private boolean mayShareAWord(Place other) {
    return Spelling.mayBeClose(firstLetters, other.firstLetters)
        || Spelling.mayBeClose(firstLetters, other.secondLetters)
        || Spelling.mayBeClose(secondLetters, other.firstLetters)
        || Spelling.mayBeClose(secondLetters, other.secondLetters);
  }

  private boolean hasWord(String word, int itsLetters) {
    for (int i = 0; i < words.length; i++) {
      if (Spelling.mayBeClose(letters[i], itsLetters)
          && (word.equals(words[i]) || Spelling.close(word, words[i]))) {
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
  private boolean nearPostcode(Place there) {
    boolean mayBeSlip = Integer.bitCount(postcodeLetters ^ there.postcodeLetters) <= 2;
    if (!mayBeSlip && (districtMark == 0 || districtMark != there.districtMark)) {
      return false;
    }
    String other = there.postcode;
    if (postcode.length() < 4 || other.length() < 4) {
      return false;
    }
    boolean sameDistrict =
        postcode.length() >= 5
            && postcode.length() == other.length()
            && postcode.regionMatches(0, other, 0, postcode.length() - 3);
    return sameDistrict || mayBeSlip && Spelling.within(postcode, other, 1);
  }
}
