package org.closeknit.site;

/** One key of a system, in words. */
public record SystemKeysView(
    String id, String thumbprint, String kind, String added, String goodUntil) {}
