@NullMarked
package org.closeknit.site;

import org.jspecify.annotations.NullMarked;
