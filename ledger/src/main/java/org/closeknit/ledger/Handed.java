package org.closeknit.ledger;

import java.util.List;

/**
 * What a log hands to a witness: the size that its checkpoint extends, the proof of that, and the
 * checkpoint (C2SP tlog-witness).
 */
public record Handed(long old, List<Hash> proof, String note) {
  private static final String OLD = "old ";

  /** No log grows longer in this universe. */
  private static final int MOST_HASHES = 63;

  public Handed {
    proof = List.copyOf(proof);
  }

  static Handed parse(String body) {
    int end = body.indexOf("\n\n");
    if (end < 0 || !body.startsWith(OLD)) {
      throw new IllegalArgumentException("old, proof and checkpoint");
    }
    List<String> head = body.substring(0, end).lines().toList();
    if (head.size() > 1 + MOST_HASHES) {
      throw new IllegalArgumentException("a proof of at most 63 hashes");
    }
    long old = Checkpoint.parseNumber(head.getFirst().substring(OLD.length()));
    List<Hash> proof = head.stream().skip(1).map(Hash::parse).toList();
    String note = body.substring(end + 2);
    Checkpoint.parse(Note.parse(note).text());
    return new Handed(old, proof, note);
  }

  public String body() {
    StringBuilder body = new StringBuilder(OLD).append(old).append('\n');
    proof.forEach(hash -> body.append(hash).append('\n'));
    return body.append('\n').append(note).toString();
  }

  String origin() {
    return note.substring(0, note.indexOf('\n'));
  }
}
