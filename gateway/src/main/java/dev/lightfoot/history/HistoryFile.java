package dev.lightfoot.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The SQLite file of the history: opening it for the one writer or for a reader, and its schema's migrations. */
final class HistoryFile {
    /** "LFHT": marks the file as ours, so that no other program's database is ever migrated. */
    static final int APPLICATION_ID = 0x4C464854;

    /** The newest schema this program knows; schema-N.sql leads from version N-1 to N. */
    static final int SCHEMA_VERSION = 3;

    /** The writer only ever waits for a stranger with a lock, such as an SQLite shell; the keeper cannot wait for long. */
    private static final int WRITER_BUSY_TIMEOUT_MS = 100;

    /** A Pi's card reads some 40 MB a second, and the runner waits; a season of 300 runs takes 166 MB. */
    private static final long CHECKED_ALWAYS_BYTES = 512L << 20;

    /** The runner waits for a change of a note or a deletion, and can wait for the gateway's commit. */
    private static final int CHANGES_BUSY_TIMEOUT_MS = 5_000;

    /** A commit a second changes few pages: small ones halve what it writes, measured with deploy/bench-history. */
    static final int PAGE_BYTES = 1_024;

    /** The log is put into the file when it has grown to so many, 4 MB: about every ten minutes of running. */
    private static final int CHECKPOINT_PAGES = 4_000;

    private static final int READER_BUSY_TIMEOUT_MS = 2_000;

    private HistoryFile() {}

    /** Makes the folder when it is missing; throws when the file cannot be written, with what to do about it. */
    static void checkWritable(Path file) throws HistoryException {
        if (Files.isDirectory(file)) {
            throw isDirectory(file);
        }
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new HistoryException(
                    "cannot make the folder " + folder + " of the history: name another file or make it writable", e);
        }
        if ((folder != null && !Files.isWritable(folder)) || (Files.exists(file) && !Files.isWritable(file))) {
            throw new HistoryException("the history " + file
                    + " cannot be written: give this user write access to it and its folder, or name another file");
        }
    }

    /** Opens the file for the one writer, makes it when it is missing, and brings its schema up to date. */
    static Connection openForWriting(Path file) throws HistoryException {
        checkWritable(file);
        SQLiteConfig config = config(WRITER_BUSY_TIMEOUT_MS);
        // FULL: an id that a broker has seen must never come back for another event, and NORMAL may lose the last
        // commits on
        // a power cut. It costs one more sync a second.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return open(file, config, true);
    }

    /** Whether the file is to be read whole before it is written: not one so large that it was left in order. */
    private static boolean toBeChecked(Path file) throws HistoryException {
        try {
            Path log = Path.of(file + "-wal");
            boolean leftInOrder = !Files.exists(log) || Files.size(log) == 0;
            return Files.exists(file) && (!leftInOrder || Files.size(file) <= CHECKED_ALWAYS_BYTES);
        } catch (IOException e) {
            throw new HistoryException(
                    "cannot look at the history " + file + " (" + e.getMessage() + "): check the disk", e);
        }
    }

    /** Throws when a page or a row of the file is damaged. Reads the whole file. */
    static void checkWhole(Connection connection, Path file) throws HistoryException {
        String found;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
            found = row.next() ? row.getString(1) : "no answer";
        } catch (SQLException e) {
            throw damaged(file, String.valueOf(e.getMessage()), e);
        }
        if (!found.equals("ok")) {
            throw damaged(file, found, null);
        }
    }

    private static HistoryException damaged(Path file, String found, @Nullable SQLException cause) {
        String message = "the history " + file + " is damaged (" + found.replace('\n', ' ')
                + "): put a backup back with \"lightfoot restore BACKUP\", which keeps the damaged file beside it, or move it"
                + " away and a new one is made";
        return cause == null ? new HistoryException(message) : new HistoryException(message, cause);
    }

    /** Opens an existing, up-to-date file for a change by hand; what is deleted through it is overwritten with zeros. */
    static Connection openForChanges(Path file) throws HistoryException {
        checkThere(file);
        checkWritable(file);
        SQLiteConfig config = config(CHANGES_BUSY_TIMEOUT_MS);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return open(file, config, false);
    }

    /** Opens an existing file for reading. */
    static Connection openForReading(Path file) throws HistoryException {
        checkThere(file);
        SQLiteConfig config = config(READER_BUSY_TIMEOUT_MS);
        config.setReadOnly(true);
        return open(file, config, false);
    }

    /** Opens a file for reading that may have any schema this program knows, such as a backup. */
    static Connection openToCheck(Path file) throws HistoryException {
        if (!Files.isRegularFile(file)) {
            throw new HistoryException(file + " is no file: name a backup of a history");
        }
        SQLiteConfig config = config(READER_BUSY_TIMEOUT_MS);
        config.setReadOnly(true);
        SqliteLibrary.load();
        Connection connection = null;
        boolean known = false;
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
            int version = checkOurs(connection, file);
            if (version == 0) {
                throw new HistoryException(file + " is empty: name a backup of a history");
            }
            known = true;
            return connection;
        } catch (SQLException e) {
            throw new HistoryException(
                    file + " is no history (" + e.getMessage() + "): name a backup that lightfoot made", e);
        } finally {
            if (!known && connection != null) {
                closeQuietly(connection);
            }
        }
    }

    private static void checkThere(Path file) throws HistoryException {
        if (Files.isDirectory(file)) {
            throw isDirectory(file);
        }
        if (!Files.exists(file)) {
            throw new HistoryException(
                    "there is no history at " + file + " yet: the first run makes it, or name another file");
        }
    }

    private static SQLiteConfig config(int busyTimeoutMs) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(busyTimeoutMs);
        return config;
    }

    private static Connection open(Path file, SQLiteConfig config, boolean writing) throws HistoryException {
        SqliteLibrary.load();
        boolean toBeChecked = writing && toBeChecked(file);
        Connection connection = null;
        boolean opened = false;
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
            int version = checkOurs(connection, file);
            if (writing) {
                if (toBeChecked) {
                    checkWhole(connection, file);
                }
                useWriteAheadLog(connection);
            }
            bringUpToDate(connection, file, version, writing);
            opened = true;
            return connection;
        } catch (SQLException e) {
            throw cannotOpen(file, e);
        } finally {
            if (!opened && connection != null) {
                closeQuietly(connection);
            }
        }
    }

    /** The size of a page counts in a file that is not there yet, and only before the journal's mode. */
    private static void useWriteAheadLog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = " + PAGE_BYTES);
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
        }
    }

    /** Returns the version of the schema, 0 of an empty file; throws when the file is another program's or a newer one's. */
    private static int checkOurs(Connection connection, Path file) throws SQLException, HistoryException {
        int version = number(connection, "PRAGMA user_version");
        int application = number(connection, "PRAGMA application_id");
        boolean empty = version == 0 && number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!empty && application != APPLICATION_ID) {
            throw new HistoryException(file + " is a database of another program: name another file for the history");
        }
        if (version > SCHEMA_VERSION) {
            throw new HistoryException("the history " + file + " was written by a newer Lightfoot (schema " + version
                    + ", this one knows up to " + SCHEMA_VERSION + "): update Lightfoot or name another file");
        }
        return version;
    }

    private static void bringUpToDate(Connection connection, Path file, int version, boolean writing)
            throws SQLException, HistoryException {
        if (version == SCHEMA_VERSION) {
            return;
        }
        if (!writing) {
            throw new HistoryException("the history " + file + " has schema " + version + ", older than "
                    + SCHEMA_VERSION + ": start the gateway once, which brings it up to date");
        }
        migrate(connection, version);
    }

    private static void migrate(Connection connection, int from) throws SQLException, HistoryException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (int version = from + 1; version <= SCHEMA_VERSION; version++) {
                statement.executeUpdate(script(version));
            }
            statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
            statement.executeUpdate("PRAGMA user_version = " + SCHEMA_VERSION);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static String script(int version) throws HistoryException {
        String name = "schema-" + version + ".sql";
        try (InputStream script = HistoryFile.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new HistoryException(name + " is missing from the program: install it again");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new HistoryException(name + " cannot be read from the program: install it again", e);
        }
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static HistoryException isDirectory(Path file) {
        return new HistoryException(
                "the history " + file + " is a directory: name a file, such as " + file.resolve("history.db"));
    }

    private static HistoryException cannotOpen(Path file, SQLException e) {
        if (e instanceof SQLiteException sqlite
                && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB
                        || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT)) {
            return new HistoryException(
                    file
                            + " is not a readable history (not an SQLite database, or a damaged one): put a backup back with"
                            + " \"lightfoot restore BACKUP\", which keeps this file beside it, move it away, or name another"
                            + " file",
                    e);
        }
        return new HistoryException(
                "cannot open the history " + file + " (" + e.getMessage()
                        + "): check the file, its folder and the disk",
                e);
    }

    static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // Nothing is left to be saved through it.
            System.getLogger(HistoryFile.class.getName()).log(System.Logger.Level.DEBUG, "close failed", e);
        }
    }
}
