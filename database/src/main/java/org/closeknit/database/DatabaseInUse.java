package org.closeknit.database;

import java.nio.file.Path;

/** Another running Closeknit holds this data folder. */
public final class DatabaseInUse extends DatabaseCannotStart {
  private static final long serialVersionUID = 1L;

  DatabaseInUse(Path folder, String holder) {
    super(
        "The data in "
            + folder
            + " is in use by "
            + holder
            + ". Stop that first, or give another folder.");
  }
}
