/** What each agency sends, how well it can be used, and what to mend first. */
@ApplicationModule(
    allowedDependencies = {
      "pages",
      "person",
      "agency",
      "audit",
      "notice",
      "submission",
      "match",
      "plan"
    })
@NullMarked
package org.closeknit.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
