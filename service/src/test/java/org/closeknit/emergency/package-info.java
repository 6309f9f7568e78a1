@NullMarked
package org.closeknit.emergency;

import org.jspecify.annotations.NullMarked;
