@NullMarked
package org.closeknit.match;

import org.jspecify.annotations.NullMarked;
