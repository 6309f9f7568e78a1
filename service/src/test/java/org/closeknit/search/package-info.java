@NullMarked
package org.closeknit.search;

import org.jspecify.annotations.NullMarked;
