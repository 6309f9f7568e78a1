/** "You have something to read": mail without a name and without a fact. */
@ApplicationModule(allowedDependencies = {"agency", "notice"})
@NullMarked
package org.closeknit.email;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
