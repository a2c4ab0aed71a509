import Foundation
import GRDB

/// The store of one agency: reports, signals, client histories, alerts and what people decided, in one SQLite file.
package final class Casebook: Sendable {
    package let path: String
    private let pool: DatabasePool
    private let lock: StoreLock?

    /// Opens the store for a run, making or updating it where needed, and keeps every other run out until it is let go.
    package static func openForRun(at path: String) throws(CasebookError) -> Casebook {
        let lock = try StoreLock(store: path)
        let book = try Casebook(path: path, lock: lock)
        try book.migrate()
        return book
    }

    /// Opens the store for looking; a run may go on beside it.
    package static func openForReading(at path: String) throws(CasebookError) -> Casebook {
        guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
        let book = try Casebook(path: path, lock: nil)
        guard try book.needsUpdate() == false else {
            throw .unusable(path: path, detail: "it is not set up yet or was written by an older version; run it once")
        }
        return book
    }

    private init(path: String, lock: StoreLock?) throws(CasebookError) {
        self.path = path
        self.lock = lock
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration)
        } catch {
            throw CasebookError(error, path: path)
        }
    }

    /// Hands the memory and the file back; the last one out leaves a single file behind.
    package func close() throws(CasebookError) {
        do { try pool.close() } catch { throw CasebookError(error, path: path) }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 3
        configuration.prepareDatabase { db in
            let kilobytes = db.configuration.readonly ? 2_048 : 16_384
            try db.execute(
                sql: """
                    PRAGMA cache_size = -\(kilobytes);
                    PRAGMA temp_store = MEMORY;
                    PRAGMA journal_size_limit = 67108864
                    """)
        }
        return configuration
    }

    private func migrate() throws(CasebookError) {
        try check()
        try writing { try CasebookSchema.migrator.migrate(pool) }
    }

    private func needsUpdate() throws(CasebookError) -> Bool {
        try check()
        return try reading { db in try !CasebookSchema.migrator.hasCompletedMigrations(db) }
    }

    private func check() throws(CasebookError) {
        let path = path
        try reading { db in
            let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
            guard application == CasebookSchema.applicationID || tables == 0 else { throw CasebookError.foreign(path: path) }
            guard try !CasebookSchema.migrator.hasBeenSuperseded(db) else { throw CasebookError.newerVersion(path: path) }
        }
    }

    private func writing(_ body: () throws -> Void) throws(CasebookError) {
        do { try body() } catch { throw CasebookError(error, path: path) }
    }

    func reading<Value>(_ body: (Database) throws -> Value) throws(CasebookError) -> Value {
        do { return try pool.read(body) } catch { throw CasebookError(error, path: path) }
    }

    /// One transaction: all of it or nothing.
    func writing<Value>(_ body: (Database) throws -> Value) throws(CasebookError) -> Value {
        do { return try pool.write(body) } catch { throw CasebookError(error, path: path) }
    }
}
