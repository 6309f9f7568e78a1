package org.closeknit.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the hash of an entry is made of. What tells of a person stands in it by the digest of a part
 * alone: a part has a salt of its own, is kept beside the leaf, and can be erased. The leaf, and
 * with it the tree, stays.
 */
public final class Leaf {
  /** Who did it. */
  public static final String WHO = "who";

  /** Of which child. */
  public static final String CHILD = "child";

  private static final String ERASED = "erased";
  private static final String VERSION = "v";
  private static final int SECOND = 2;
  private static final int DIGEST = 44;

  /** In canonical order the last two members, whatever stands before them. */
  private static final byte[] BEFORE_WHO =
      "\",\"v\":2,\"who\":\"".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] TRUE_BEFORE_WHO =
      "e,\"v\":2,\"who\":\"".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] ERASED_LIST = "\"erased\":[".getBytes(StandardCharsets.US_ASCII);

  private Leaf() {}

  /** The leaf in words, with the digests of its parts. */
  public static byte[] of(SortedMap<String, ?> open, Map<String, byte[]> parts) {
    SortedMap<String, Object> members = new TreeMap<>(open);
    parts.forEach((name, part) -> members.put(name, Hash.ofLeaf(part).toString()));
    members.put(VERSION, SECOND);
    return Canonical.write(members);
  }

  /** One that says which parts of which entries were erased. */
  public static byte[] erasing(
      SortedMap<String, ?> open, Map<String, byte[]> parts, String part, List<Long> places) {
    SortedMap<String, Object> members = new TreeMap<>(open);
    members.put(ERASED, places.stream().map(place -> place + " " + part).toList());
    return of(members, parts);
  }

  /** Whether it commits to who did it: leaves before the second form say it in words. */
  static boolean hidesWho(byte[] leaf) {
    int from = leaf.length - DIGEST - 2 - BEFORE_WHO.length;
    return from >= 0
        && leaf[leaf.length - 1] == '}'
        && (stands(leaf, from, BEFORE_WHO) || stands(leaf, from, TRUE_BEFORE_WHO));
  }

  private static boolean stands(byte[] leaf, int from, byte[] text) {
    return Arrays.equals(leaf, from, from + text.length, text, 0, text.length);
  }

  /** Whether the part is the one by which the leaf says who did it. */
  static boolean isWho(byte[] leaf, byte[] part) {
    return hidesWho(leaf) && who(leaf).map(Hash.ofLeaf(part)::equals).orElse(false);
  }

  private static Optional<Hash> who(byte[] leaf) {
    try {
      return Optional.of(Hash.parse(leaf, leaf.length - DIGEST - 2));
    } catch (IllegalArgumentException noDigest) {
      return Optional.empty();
    }
  }

  /** Whether the leaf commits to the part under any name. */
  static boolean names(byte[] leaf, byte[] part) {
    return new String(leaf, StandardCharsets.UTF_8).contains(":\"" + Hash.ofLeaf(part) + "\"");
  }

  /** The name under which the leaf commits to a part. */
  static String name(byte[] leaf, byte[] part) {
    String digest = Hash.ofLeaf(part).toString();
    return Canonical.read(leaf).entrySet().stream()
        .filter(member -> member.getValue().equals(digest))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new LedgerBroken("a part", "one that the leaf commits to", "another"));
  }

  /** The places of the entries of which it says that the part was erased. */
  static List<Long> erased(byte[] leaf, String part) {
    if (!mayErase(leaf)) {
      return List.of();
    }
    return Canonical.read(leaf).get(ERASED) instanceof List<?> said
        ? said.stream()
            .map(Object::toString)
            .filter(one -> one.endsWith(" " + part))
            .map(one -> Long.valueOf(one.substring(0, one.indexOf(' '))))
            .toList()
        : List.of();
  }

  /** Quick, for the many that do not: the name of the member stands in no value as such. */
  private static boolean mayErase(byte[] leaf) {
    for (int at = 0; at + ERASED_LIST.length < leaf.length; at++) {
      if (leaf[at] == '"' && leaf[at + 1] == 'e' && stands(leaf, at, ERASED_LIST)) {
        return true;
      }
    }
    return false;
  }
}
