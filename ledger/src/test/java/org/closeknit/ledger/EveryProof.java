package org.closeknit.ledger;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EveryProof {
  private static final int LARGEST = 64;
  private static final Hash STRANGER = Hash.ofLeaf(new byte[] {42});

  private final List<Hash> leaves = Logs.leaves(LARGEST + 1);
  private final Subtrees tree = Subtrees.ofLeaves(leaves);
  private final List<Checkpoint> checkpoints = new ArrayList<>();

  EveryProof() {
    Frontier frontier = Frontier.EMPTY;
    for (Hash leaf : leaves) {
      checkpoints.add(Checkpoint.of(Logs.ORIGIN, frontier));
      frontier = frontier.append(leaf);
    }
  }

  private void included(long index, long size, List<Hash> proof) {
    Proofs.verifyInclusion(
        leaves.get((int) index), index, size, proof, checkpoints.get((int) size).root());
  }

  private void consistent(int from, int to, List<Hash> proof) {
    Proofs.verifyConsistency(checkpoints.get(from), checkpoints.get(to), proof);
  }

  @Test
  void of_inclusion_holds() {
    for (int size = 1; size <= LARGEST; size++) {
      for (int index = 0; index < size; index++) {
        included(index, size, Proofs.inclusion(tree, index, size));
      }
    }
  }

  @Test
  void of_consistency_holds() {
    for (int to = 0; to <= LARGEST; to++) {
      for (int from = 0; from <= to; from++) {
        consistent(from, to, Proofs.consistency(tree, from, to));
      }
    }
  }

  @Test
  void of_inclusion_is_refused_once_altered_or_for_another_entry() {
    for (int size = 1; size <= LARGEST; size++) {
      for (int index = 0; index < size; index++) {
        List<Hash> proof = Proofs.inclusion(tree, index, size);
        int at = index;
        int all = size;
        lies(proof).forEach(lie -> refused(() -> included(at, all, lie)));
        refused(() -> included(at + 1, all, proof));
        refused(() ->
            Proofs.verifyInclusion(
                leaves.get(at), at ^ 1, all, proof, checkpoints.get(all).root()));
      }
    }
  }

  @Test
  void of_consistency_is_refused_once_altered_or_for_another_log() {
    for (int to = 1; to <= LARGEST; to++) {
      for (int from = 1; from < to; from++) {
        List<Hash> proof = Proofs.consistency(tree, from, to);
        int old = from;
        int now = to;
        lies(proof).forEach(lie -> refused(() -> consistent(old, now, lie)));
        refused(() -> Proofs.verifyConsistency(forked(old), checkpoints.get(now), proof));
        refused(() -> Proofs.verifyConsistency(checkpoints.get(old), forked(now), proof));
        refused(() -> consistent(now, old, proof));
      }
    }
  }

  @Test
  void of_nothing_and_of_the_same_size_is_empty_and_still_checked() {
    refused(() -> Proofs.verifyConsistency(forked(0), checkpoints.get(5), List.of()));
    refused(() -> consistent(0, 5, List.of(STRANGER)));
    refused(() -> Proofs.verifyConsistency(forked(5), checkpoints.get(5), List.of()));
    refused(() -> consistent(5, 5, List.of(STRANGER)));
  }

  @Test
  void is_of_one_log_only() {
    Checkpoint stranger = new Checkpoint("another.example/audit", 5, checkpoints.get(5).root());
    refused(() -> Proofs.verifyConsistency(stranger, checkpoints.get(5), List.of()));
  }

  private Checkpoint forked(int size) {
    return new Checkpoint(Logs.ORIGIN, size, STRANGER);
  }

  private static List<List<Hash>> lies(List<Hash> proof) {
    List<List<Hash>> lies = new ArrayList<>();
    for (int i = 0; i < proof.size(); i++) {
      List<Hash> altered = new ArrayList<>(proof);
      altered.set(i, STRANGER);
      lies.add(altered);
      List<Hash> shortened = new ArrayList<>(proof);
      shortened.remove(i);
      lies.add(shortened);
    }
    for (int i = 0; i <= proof.size(); i++) {
      List<Hash> longer = new ArrayList<>(proof);
      longer.add(i, STRANGER);
      lies.add(longer);
    }
    return lies;
  }

  private static void refused(Runnable claim) {
    assertThatExceptionOfType(LedgerBroken.class).isThrownBy(claim::run);
  }
}
