/**
 * Takes a file that was sent through match, child, caseteam, plan, attendance and chronology, in
 * one transaction, or in steps when it is long, and completes its receipt.
 */
@ApplicationModule(
    allowedDependencies = {
      "pages",
      "person",
      "agency",
      "audit",
      "caseteam",
      "submission",
      "match",
      "child",
      "plan",
      "attendance",
      "chronology"
    })
@NullMarked
package org.closeknit.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
