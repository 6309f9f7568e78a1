package org.closeknit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The values that RFC 6962's implementations and the notes of C2SP agree on. */
class PublishedVectors {
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private static final String LEAF_1 =
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
  private static final String LEAF_4 =
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
  private static final String NODE_23 =
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
  private static final String NODE_45 =
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
  private static final String NODE_67 =
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
  private static final String NODE_4567 =
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";

  private static final String NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;
  private static final String NOTE_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String NOTE_SECRET =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  private static Hash hash(String hex) {
    return Hash.of(HexFormat.of().parseHex(hex));
  }

  private static List<Hash> hashes(String... hex) {
    return List.of(hex).stream().map(PublishedVectors::hash).toList();
  }

  private static Subtrees eightLeaves() {
    return Subtrees.ofLeaves(
        LEAVES.stream().map(leaf -> Hash.ofLeaf(HexFormat.of().parseHex(leaf))).toList());
  }

  @Test
  void a_leaf_is_hashed_apart_from_a_node() {
    assertThat(Hash.ofLeaf("L123456".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(hash("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56"));
  }

  @Test
  void the_well_known_leaves_have_the_well_known_roots_at_every_size() {
    Frontier frontier = Frontier.EMPTY;
    List<Hash> roots = new ArrayList<>(List.of(frontier.root()));
    for (String leaf : LEAVES) {
      frontier = frontier.append(Hash.ofLeaf(HexFormat.of().parseHex(leaf)));
      roots.add(frontier.root());
    }
    assertThat(roots).isEqualTo(ROOTS.stream().map(PublishedVectors::hash).toList());
  }

  @Test
  void numbered_leaves_have_the_roots_of_other_implementations() {
    assertThat(rootOfNumbered(10)).hasToString("VjWMPSYNtCuCNlF/RLnQy6HcwSk6CIipfxm+hettA+4=");
    assertThat(rootOfNumbered(15)).hasToString("j4SulYmocFuxdeyp12xXCIgK6PekBcxzAIj4zbQzNEI=");
    assertThat(rootOfNumbered(16)).hasToString("c+4Uc6BCMOZf/v3NZK1kqTUJe+bBoFtOhP+P3SayKRE=");
    assertThat(rootOfNumbered(100)).hasToString("dUh9hYH88p0CMoHkdr1wC2szbhcLAXOejWpINIooKUY=");
    assertThat(rootOfNumbered(255)).hasToString("SmdsuKUqiod3RX2jyF2M6JnbdE4QuTwwipfAowI4/i0=");
  }

  private static Hash rootOfNumbered(int size) {
    Frontier frontier = Frontier.EMPTY;
    for (int i = 0; i < size; i++) {
      frontier = frontier.append(Hash.ofLeaf(new byte[] {(byte) i, (byte) (i >> 8)}));
    }
    return frontier.root();
  }

  @Test
  void inclusion_is_proved_by_the_published_paths() {
    Subtrees tree = eightLeaves();
    assertThat(Proofs.inclusion(tree, 0, 1)).isEmpty();
    assertThat(Proofs.inclusion(tree, 0, 8)).isEqualTo(hashes(LEAF_1, NODE_23, NODE_4567));
    assertThat(Proofs.inclusion(tree, 5, 8)).isEqualTo(hashes(LEAF_4, NODE_67, ROOTS.get(4)));
    assertThat(Proofs.inclusion(tree, 2, 3)).isEqualTo(hashes(ROOTS.get(2)));
    assertThat(Proofs.inclusion(tree, 1, 5)).isEqualTo(hashes(ROOTS.get(1), NODE_23, LEAF_4));
  }

  @Test
  void consistency_is_proved_by_the_published_paths() {
    Subtrees tree = eightLeaves();
    assertThat(Proofs.consistency(tree, 1, 1)).isEmpty();
    assertThat(Proofs.consistency(tree, 1, 8)).isEqualTo(hashes(LEAF_1, NODE_23, NODE_4567));
    assertThat(Proofs.consistency(tree, 6, 8)).isEqualTo(hashes(NODE_45, NODE_67, ROOTS.get(4)));
    assertThat(Proofs.consistency(tree, 2, 5)).isEqualTo(hashes(NODE_23, LEAF_4));
  }

  @Test
  void a_note_signed_elsewhere_is_verified_here() {
    VerifierKey key = VerifierKey.parse(NOTE_KEY);
    assertThat(key).hasToString(NOTE_KEY);
    assertThatCode(() -> key.verify(Note.parse(NOTE))).doesNotThrowAnyException();
    assertThat(Note.parse(NOTE)).hasToString(NOTE);
  }

  @Test
  void a_key_made_elsewhere_signs_here() {
    SigningKey key = SigningKey.parse(List.of(NOTE_SECRET, NOTE_KEY));
    Checkpoint checkpoint = Checkpoint.of("PeterNeumann", Frontier.EMPTY);
    assertThat(VerifierKey.parse(NOTE_KEY).open(key.sign(checkpoint))).isEqualTo(checkpoint);
  }

  @Test
  void the_published_checkpoint_is_read() {
    String published =
        """
        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
        """;
    assertThat(Checkpoint.parse(Note.parse(published).text()))
        .isEqualTo(
            new Checkpoint(
                "example.com/behind-the-sofa",
                20852163,
                Hash.parse("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")));
  }
}
