@NullMarked
package org.closeknit.notice;

import org.jspecify.annotations.NullMarked;
