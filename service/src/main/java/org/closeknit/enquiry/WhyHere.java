package org.closeknit.enquiry;

/** Why the child is there, by one touch. */
public enum WhyHere {
  INJURY("Injury"),
  ILLNESS("Illness"),
  MENTAL_HEALTH("Mental health or self-harm"),
  POLICE_OR_AMBULANCE("Brought by police or ambulance"),
  PREGNANCY("Pregnancy: I check the mother"),
  OTHER("Other"),
  NOT_SAID("");

  private final String words;

  WhyHere(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
