package org.closeknit.submission;

/** What came of a file, in the codes of CP-IS (CP-ISUploadFileResponse). */
public enum FileCode {
  /** It could not be read. */
  CPF01,
  /** Every line was taken in. */
  CPF02,
  /** Good lines were taken in, others refused. */
  CPF03,
  /** Every line was refused. */
  CPF04;

  static FileCode of(int accepted, int refused) {
    if (refused == 0) {
      return CPF02;
    }
    return accepted == 0 ? CPF04 : CPF03;
  }
}
