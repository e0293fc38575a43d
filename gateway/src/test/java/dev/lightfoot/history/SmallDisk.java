package dev.lightfoot.history;

import java.sql.SQLException;

/** Lets the disk of a history be full, for SQLite, and have room again. */
public final class SmallDisk {
    private static final int ROOM_PAGES = 1_000_000;

    private SmallDisk() {}

    /** On the thread that keeps the history. */
    public static void full(History history, boolean full) throws SQLException {
        history.limitPages(full ? 1 : ROOM_PAGES);
    }
}
