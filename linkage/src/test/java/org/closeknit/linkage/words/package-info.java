@NullMarked
package org.closeknit.linkage.words;

import org.jspecify.annotations.NullMarked;
