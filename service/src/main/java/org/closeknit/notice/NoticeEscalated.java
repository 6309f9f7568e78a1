package org.closeknit.notice;

import java.util.UUID;

/** Nobody acknowledged a notice in time; it has gone to the duty desk. */
public record NoticeEscalated(UUID notice) {}
