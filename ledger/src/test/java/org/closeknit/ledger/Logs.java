package org.closeknit.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Logs to tell lies about. */
final class Logs {
  static final String ORIGIN = "closeknit.example/audit";

  private Logs() {}

  static List<Hash> leaves(int count) {
    return IntStream.range(0, count).mapToObj(i -> Hash.ofLeaf(leaf("looked", i))).toList();
  }

  /** The same up to an entry, and another log from there on. */
  static List<Hash> forked(int count, int from) {
    return IntStream.range(0, count)
        .mapToObj(i -> Hash.ofLeaf(leaf(i < from ? "looked" : "never looked", i)))
        .toList();
  }

  private static byte[] leaf(String did, long index) {
    return "{\"who\":\"worker %d\",\"did\":\"%s\"}"
        .formatted(index, did)
        .getBytes(StandardCharsets.UTF_8);
  }

  static List<Entry> entries(String did, int count) {
    return LongStream.range(0, count).<Entry>mapToObj(i -> Entry.of(i, leaf(did, i))).toList();
  }

  /** As the service writes them, with who did it as a part beside the leaf. */
  static List<Entry> rows(int count) {
    return LongStream.range(0, count).<Entry>mapToObj(Logs::row).toList();
  }

  static Entry.Open row(long index) {
    byte[] who = who(index);
    return open(index, Leaf.of(said(index, "opened a child"), Map.of(Leaf.WHO, who)), List.of(who));
  }

  static byte[] who(long index) {
    return Canonical.write(
        new TreeMap<>(
            Map.of("actor", "staff-" + index, "name", "Worker é " + index, "salt", "s" + index)));
  }

  static TreeMap<String, Object> said(long index, String action) {
    return new TreeMap<>(
        Map.of(
            "action",
            action,
            "agency",
            "northmere",
            "at",
            "2026-11-30T10:00:00Z",
            "entry",
            "nonce " + index,
            "refused",
            false));
  }

  static Entry.Open open(long index, byte[] leaf, List<byte[]> parts) {
    return new Entry.Open(index, Hash.ofLeaf(leaf), leaf, parts);
  }

  static SigningKey key(String origin) {
    try {
      Path folder = Files.createTempDirectory("ledger");
      Path file = folder.resolve("key");
      SigningKey key = SigningKey.loadOrCreate(file, origin);
      Files.delete(file);
      Files.delete(folder);
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> checkpoints(SigningKey key, List<Entry> entries, int... sizes) {
    List<String> notes = new ArrayList<>();
    for (int size : sizes) {
      notes.add(key.sign(checkpoint(key.verifier().name(), entries.subList(0, size))));
    }
    return notes;
  }

  static Checkpoint checkpoint(String origin, List<Entry> entries) {
    return Checkpoint.of(origin, Frontier.EMPTY.append(entries.stream().map(Entry::hash).toList()));
  }
}
