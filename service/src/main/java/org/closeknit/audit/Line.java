package org.closeknit.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.closeknit.ledger.Canonical;
import org.closeknit.ledger.Leaf;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;

/**
 * An entry as it is kept: the leaf, whose hash goes into the tree, and beside it what tells of
 * people, each part with a salt of its own. The leaf holds their digests alone: an agency reads its
 * own leaves and must not learn from them of a child that the answer did not show, and a part can
 * be erased while the tree stands.
 *
 * @param who who did it
 * @param child the child whose file it was
 * @param about the records and what came of it
 */
record Line(Entry entry, Instant at, String leaf, String who, String child, String about) {

  static Line of(Entry entry, Instant at) {
    Map<String, byte[]> parts = parts(entry);
    return of(entry, at, Leaf.of(open(entry, at), parts), parts);
  }

  static Line erasing(Entry entry, Instant at, String part, List<Long> places) {
    Map<String, byte[]> parts = parts(entry);
    return of(entry, at, Leaf.erasing(open(entry, at), parts, part, places), parts);
  }

  private static Line of(Entry entry, Instant at, byte[] leaf, Map<String, byte[]> parts) {
    return new Line(
        entry,
        at,
        text(leaf),
        text(parts.getOrDefault(Leaf.WHO, new byte[0])),
        text(parts.getOrDefault(Leaf.CHILD, new byte[0])),
        text(parts.getOrDefault("about", new byte[0])));
  }

  private static SortedMap<String, Object> open(Entry entry, Instant at) {
    return new TreeMap<>(
        Map.of(
            "at", at.toString(),
            "agency", entry.asker().agency().id().value(),
            "action", entry.action(),
            "purpose", entry.purpose(),
            "refused", entry.outcome().startsWith("refused"),
            "silent", entry.silent(),
            // Two entries may say the same; and whoever holds the hash alone must not guess.
            "entry", salt()));
  }

  private static Map<String, byte[]> parts(Entry entry) {
    return Map.of(
        Leaf.WHO,
        part(
            Map.of(
                "actor", entry.asker().actor(),
                "name", entry.asker().name(),
                "role", entry.asker().roleWords())),
        Leaf.CHILD,
        part(Map.of(Leaf.CHILD, entry.child().map(ChildId::toString).orElse(""))),
        "about",
        part(
            Map.of(
                "records", entry.records().stream().map(RecordId::toString).sorted().toList(),
                "outcome", entry.outcome(),
                "detail", entry.detail())));
  }

  private static byte[] part(Map<String, Object> says) {
    SortedMap<String, Object> salted = new TreeMap<>(says);
    salted.put("salt", salt());
    return Canonical.write(salted);
  }

  /** 122 random bits: without them the few things that can be said were known by their digests. */
  private static String salt() {
    return UUID.randomUUID().toString();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
