import GRDB

/// The tables of the store and how older stores become newer ones.
enum CasebookSchema {
    /// Marks the file as ours ("VISW").
    static let applicationID = 0x5649_5357

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 reports, clients, alerts") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: reports)
            try db.execute(sql: alerts)
            try db.execute(sql: housekeeping)
        }
        migrator.registerMigration("2 decisions in full, never changed") { db in
            try db.execute(sql: decisions)
        }
        return migrator
    }

    private static let decisions = """
        ALTER TABLE decisions ADD COLUMN note TEXT;
        ALTER TABLE decisions ADD COLUMN assignee TEXT;
        ALTER TABLE decisions ADD COLUMN undoes INTEGER;
        CREATE TRIGGER decisions_are_only_added BEFORE UPDATE ON decisions
        BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
        """

    private static let reports = """
        CREATE TABLE reports (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            client TEXT NOT NULL,
            time INTEGER NOT NULL,
            received INTEGER,
            content INTEGER NOT NULL,
            scoring INTEGER NOT NULL,
            run INTEGER NOT NULL,
            record TEXT NOT NULL,
            signals BLOB NOT NULL
        ) STRICT;
        CREATE INDEX reports_by_client ON reports (client, time);
        CREATE TABLE earlier_versions (
            id TEXT NOT NULL,
            content INTEGER NOT NULL,
            received INTEGER,
            run INTEGER NOT NULL,
            record TEXT NOT NULL,
            PRIMARY KEY (id, content)
        ) STRICT;
        CREATE TABLE clients (
            client TEXT PRIMARY KEY NOT NULL,
            history BLOB NOT NULL,
            newest INTEGER,
            silence_due INTEGER,
            rulebook TEXT NOT NULL,
            base_run INTEGER NOT NULL,
            base_newest INTEGER,
            needs_refold INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX clients_by_silence ON clients (silence_due) WHERE silence_due IS NOT NULL;
        CREATE INDEX clients_to_refold ON clients (client) WHERE needs_refold;
        """

    private static let alerts = """
        CREATE TABLE alerts (
            id TEXT PRIMARY KEY NOT NULL,
            client TEXT NOT NULL,
            rule TEXT NOT NULL,
            kind TEXT NOT NULL,
            domain TEXT NOT NULL,
            severity TEXT NOT NULL,
            status TEXT NOT NULL,
            opened INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            closed INTEGER,
            payload TEXT NOT NULL,
            withdrawn_reason TEXT
        ) STRICT;
        CREATE INDEX alerts_by_client ON alerts (client, opened);
        CREATE TABLE alert_changes (
            number INTEGER PRIMARY KEY,
            alert TEXT NOT NULL,
            change TEXT NOT NULL,
            severity TEXT NOT NULL,
            at INTEGER NOT NULL,
            reason TEXT,
            run INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX alert_changes_by_alert ON alert_changes (alert);
        CREATE TABLE decisions (
            number INTEGER PRIMARY KEY,
            alert TEXT NOT NULL,
            decision TEXT NOT NULL,
            person TEXT NOT NULL,
            reason TEXT,
            until INTEGER,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX decisions_by_alert ON decisions (alert);
        """

    private static let housekeeping = """
        CREATE TABLE put_aside (
            content INTEGER PRIMARY KEY,
            file TEXT NOT NULL,
            line INTEGER NOT NULL,
            byte INTEGER NOT NULL,
            reason TEXT NOT NULL,
            problem TEXT NOT NULL,
            format TEXT,
            header BLOB NOT NULL,
            raw BLOB NOT NULL,
            length INTEGER NOT NULL,
            run INTEGER NOT NULL,
            retried INTEGER
        ) STRICT;
        CREATE TABLE runs (
            number INTEGER PRIMARY KEY,
            inputs TEXT NOT NULL,
            rulebook TEXT NOT NULL,
            started INTEGER NOT NULL,
            finished INTEGER,
            read INTEGER NOT NULL DEFAULT 0,
            accepted INTEGER NOT NULL DEFAULT 0,
            duplicate INTEGER NOT NULL DEFAULT 0,
            corrected INTEGER NOT NULL DEFAULT 0,
            put_aside INTEGER NOT NULL DEFAULT 0,
            too_late INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE digests (
            as_of INTEGER PRIMARY KEY,
            seen TEXT NOT NULL
        ) STRICT;
        CREATE TABLE rulebooks (
            hash TEXT PRIMARY KEY NOT NULL,
            files TEXT NOT NULL
        ) STRICT;
        """
}
