package org.closeknit.pages;

/** What is wrong with a field of a form, in words that say what to do. */
public record Problem(String field, String words) {}
