package org.closeknit.notice;

import java.util.UUID;

/** A notice has been raised or has grown; those concerned are told outside as well. */
public record NoticeRaised(UUID notice) {}
