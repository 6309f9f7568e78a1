@NullMarked
package org.closeknit.oversight;

import org.jspecify.annotations.NullMarked;
