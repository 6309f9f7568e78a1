package org.closeknit.enquiry;

/** What came of reading an answer again. */
sealed interface ShownAgain {
  /** It still says the same, with who has asked since. */
  record Stands(Given given) implements ShownAgain {}

  /** Something has begun, ended or been withdrawn: what holds now is for a new check to tell. */
  record Changed(KeptQuestion question) implements ShownAgain {}
}
