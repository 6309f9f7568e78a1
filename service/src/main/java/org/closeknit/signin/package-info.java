/** Who somebody is: how people and machines sign in, and how long that holds. */
@ApplicationModule(allowedDependencies = {"pages", "person", "agency", "audit"})
@NullMarked
package org.closeknit.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
