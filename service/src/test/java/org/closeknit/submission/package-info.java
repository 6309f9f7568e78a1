/** How files and their lines are checked. */
@NullMarked
package org.closeknit.submission;

import org.jspecify.annotations.NullMarked;
