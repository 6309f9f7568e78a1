@NullMarked
package org.closeknit.quality;

import org.jspecify.annotations.NullMarked;
