package org.closeknit.chronology;

import java.util.List;
import org.closeknit.child.Child;
import org.closeknit.pages.Fact;

/** Everybody who looked at a child's record, latest first. */
public record LooksView(
    Child child, List<Fact> facts, List<ChildView.LookLine> looks, ChildView.Links links) {}
