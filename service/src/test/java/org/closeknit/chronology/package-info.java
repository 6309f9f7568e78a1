@NullMarked
package org.closeknit.chronology;

import org.jspecify.annotations.NullMarked;
