package org.closeknit.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * That one entry stands in the log, in a small file that needs neither server nor export: C2SP
 * tlog-proof, with the leaf and the parts that are shown as its extra data.
 *
 * @param leaf what the entry says
 * @param parts what the leaf commits to and whoever made the proof shows, as who did it
 * @param path the hashes beside the way up to the root
 * @param note the checkpoint, with whatever cosignatures there are
 */
@SuppressWarnings("ArrayRecordComponent")
public record LookProof(byte[] leaf, List<byte[]> parts, long index, List<Hash> path, String note) {
  private static final String FIRST = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  static final int LONGEST = 1_000_000;

  public LookProof {
    parts = List.copyOf(parts);
    path = List.copyOf(path);
  }

  /** The file. */
  public String text() {
    String hashes = path.stream().map(hash -> hash + "\n").collect(Collectors.joining());
    return FIRST + "\n" + EXTRA + extra() + "\n" + INDEX + index + "\n" + hashes + "\n" + note;
  }

  /** Without what the entry says: how much it takes to prove it. */
  public int bytesOfProof() {
    return text().length() - EXTRA.length() - extra().length() - 1;
  }

  private String extra() {
    ByteArrayOutputStream extra = new ByteArrayOutputStream();
    extra.writeBytes(leaf);
    for (byte[] part : parts) {
      extra.write('\t');
      extra.writeBytes(part);
    }
    return Base64.getEncoder().encodeToString(extra.toByteArray());
  }

  static LookProof parse(String text) {
    int end = text.indexOf("\n\n");
    List<String> head = text.substring(0, Math.max(0, end)).lines().toList();
    boolean isOne =
        text.length() <= LONGEST
            && head.size() >= 3
            && head.size() <= 3 + Long.SIZE
            && head.get(0).equals(FIRST)
            && head.get(1).startsWith(EXTRA)
            && head.get(2).startsWith(INDEX);
    Proofs.needs("the proof", isOne, "a proof of one look (tlog-proof)", "something else");
    try {
      List<byte[]> extra = split(Base64.getDecoder().decode(head.get(1).substring(EXTRA.length())));
      return new LookProof(
          extra.getFirst(),
          extra.subList(1, extra.size()),
          Checkpoint.parseNumber(head.get(2).substring(INDEX.length())),
          head.stream().skip(3).map(Hash::parse).toList(),
          text.substring(end + 2));
    } catch (IllegalArgumentException unreadable) {
      throw new LedgerBroken("the proof", "a proof of one look (tlog-proof)", "something else");
    }
  }

  private static List<byte[]> split(byte[] extra) {
    List<byte[]> parts = new ArrayList<>();
    for (String part : new String(extra, StandardCharsets.UTF_8).split("\t", -1)) {
      parts.add(part.getBytes(StandardCharsets.UTF_8));
    }
    return parts;
  }

  /** Throws unless the entry says this and stands in the log that the checkpoint was signed of. */
  Checkpoint verify(Keyring keys) {
    Checkpoint checkpoint = keys.open(note);
    Proofs.verifyInclusion(Hash.ofLeaf(leaf), index, checkpoint.size(), path, checkpoint.root());
    parts.forEach(part -> Leaf.name(leaf, part));
    return checkpoint;
  }
}
