package org.closeknit.person;

/**
 * Why a line of a submission does not go in: its column and the rule, in words that hold nothing of
 * the line.
 */
public record Refusal(String column, String rule) {}
