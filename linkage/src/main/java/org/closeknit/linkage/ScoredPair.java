package org.closeknit.linkage;

/** Two rows that were compared and found worth keeping; left is the smaller. */
record ScoredPair(int left, int right, double weight, double probability, boolean sure) {}
