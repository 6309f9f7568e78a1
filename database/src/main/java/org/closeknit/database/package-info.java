/** The real PostgreSQL, run beside the service: one folder, one server, one owner at a time. */
@NullMarked
package org.closeknit.database;

import org.jspecify.annotations.NullMarked;
