/** A care setting asks about a child and is answered; whoever must know of it is told. */
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
      "review",
      "plan",
      "attendance"
    })
@NullMarked
package org.closeknit.enquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
