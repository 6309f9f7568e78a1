package org.closeknit.signin;

import org.closeknit.agency.StaffId;

/** What a person had opened is theirs no more, at every instance. */
public record SignedOut(StaffId person) {}
