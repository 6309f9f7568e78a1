/** What happened, in order, from all sources, each entry with its source and its sharing. */
@ApplicationModule(
    allowedDependencies = {
      "pages",
      "person",
      "agency",
      "audit",
      "caseteam",
      "access",
      "notice",
      "match",
      "child",
      "plan",
      "attendance",
      "enquiry"
    })
@NullMarked
package org.closeknit.chronology;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
