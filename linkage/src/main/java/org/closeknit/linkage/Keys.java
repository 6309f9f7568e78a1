package org.closeknit.linkage;

import java.util.Arrays;
import org.closeknit.linkage.words.Sound;

/**
 * The keys under which a record is found. Two records that share one are compared. The first {@code
 * exact} of them are numbers of the person's own, which are never passed over.
 */
final class Keys {
  private long[] keys = new long[24];
  private int size;
  private int exact;

  private Keys() {}

  static Keys of(Profile p) {
    Keys keys = new Keys();
    keys.numbers(p);
    keys.exact = keys.size;
    keys.birth(p);
    for (String sound : p.family.sounds()) {
      keys.family(p, sound);
    }
    keys.given(p);
    keys.place(p);
    keys.contacts(p);
    return keys;
  }

  int size() {
    return size;
  }

  int exact() {
    return exact;
  }

  long get(int i) {
    return keys[i];
  }

  private void numbers(Profile p) {
    add(1, p.nhs.digits());
    add(1, p.chi.digits());
    for (int i = 0; i < p.factNames.length; i++) {
      if (Field.named(p.factNames[i]).kind() == Field.Kind.NUMBER) {
        add(2, p.factNames[i], p.facts[i].value());
      }
    }
  }

  private void birth(Profile p) {
    if (BirthDates.isFull(p.birth)) {
      add(3, BirthDates.year(p.birth), dayAndMonth(p.birth));
    }
  }

  private void family(Profile p, String sound) {
    if (!p.given.isAbsent()) {
      boolean ordered = sound.compareTo(p.given.sound) < 0;
      add(4, ordered ? sound : p.given.sound, ordered ? p.given.sound : sound);
    }
    name(p, sound);
  }

  private void given(Profile p) {
    if (!p.given.isAbsent()) {
      name(p, p.given.sound);
    }
  }

  /** A name found with one more fact, in whichever place the name stands. */
  private void name(Profile p, String sound) {
    if (p.birth > 0) {
      add(5, sound, BirthDates.year(p.birth));
    }
    if (BirthDates.isFull(p.birth)) {
      add(6, sound, dayAndMonth(p.birth));
    }
    add(7, sound, p.place.postcode);
    if (p.place.words.length > 0) {
      add(8, sound, p.place.sounds[0]);
    }
    for (int i = 0; i < p.factNames.length; i++) {
      if (Field.named(p.factNames[i]).kind() == Field.Kind.CATEGORY) {
        add(17, sound, p.factNames[i] + ' ' + p.facts[i].value());
      }
    }
  }

  private void place(Profile p) {
    String city = p.place.citySound;
    for (String number : p.place.numbers) {
      add(9, number, city);
    }
    for (int i = 0; i < Math.min(3, p.place.words.length); i++) {
      String street = p.place.sounds[i];
      add(10, street, p.place.postcode);
      for (String number : p.place.numbers) {
        add(11, number, street);
      }
    }
    if (p.birth > 0) {
      add(12, p.place.postcode, BirthDates.year(p.birth));
    }
  }

  private void contacts(Profile p) {
    add(13, p.phone);
    add(14, p.email);
    if (!p.email.isEmpty()) {
      add(15, Contacts.local(p.email));
    }
    if (!p.mother.isAbsent() && p.birth > 0) {
      add(16, Sound.of(p.mother.first()), Sound.of(p.mother.last()));
    }
  }

  /** The same for a date and for it with day and month exchanged. */
  private static int dayAndMonth(int birth) {
    int day = BirthDates.day(birth);
    int month = BirthDates.month(birth);
    return Math.min(day, month) * 100 + Math.max(day, month);
  }

  private void add(int kind, String value) {
    if (!value.isEmpty()) {
      put(mixed(kind, value));
    }
  }

  private void add(int kind, String left, String right) {
    if (!left.isEmpty() && !right.isEmpty()) {
      put(mixed(mixed(kind, left), right));
    }
  }

  private void add(int kind, String left, int right) {
    if (!left.isEmpty()) {
      put(scrambled(mixed(kind, left) + right));
    }
  }

  private void add(int kind, int left, int right) {
    put(scrambled(scrambled(scrambled(kind) + left) + right));
  }

  /** A key of those who share one and a further fact. */
  static long with(long key, int fact, int value) {
    return scrambled(scrambled(key + fact + 1) + value);
  }

  long[] all() {
    return Arrays.copyOf(keys, size);
  }

  private void put(long key) {
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
        return;
      }
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
    }
    keys[size++] = key;
  }

  private static long mixed(long seed, String text) {
    long hash = scrambled(seed);
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return scrambled(hash);
  }

  /** The finishing steps of SplitMix64. */
  private static long scrambled(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
