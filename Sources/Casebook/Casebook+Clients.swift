import Foundation
import GRDB
package import Reports

extension Casebook {
    private static let columns =
        "client, history, newest, silence_due, rulebook, base_run, base_newest, needs_refold"

    /// The records of those of the clients that the store knows.
    package func clients(_ names: some Collection<String>) throws(CasebookError) -> [ClientRecord] {
        try reading { db in
            let statement = try db.cachedStatement(sql: "SELECT \(Self.columns) FROM clients WHERE client = ?")
            return try names.compactMap { name in
                try Row.fetchOne(statement, arguments: [name]).map(clientRecord)
            }
        }
    }

    /// Clients whose history does not stand on their reports and this rulebook, in order of their names.
    package func clientsToRefold(rulebook: String) throws(CasebookError) -> [String] {
        try reading { db in
            try String.fetchAll(
                db, sql: "SELECT client FROM clients WHERE needs_refold OR rulebook <> ? ORDER BY client", arguments: [rulebook])
        }
    }

    /// Whether any history stands on another rulebook.
    package func hasClients(foldedWithout rulebook: String) throws(CasebookError) -> Bool {
        try reading { db in
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM clients WHERE rulebook <> ?)", arguments: [rulebook])
                ?? false
        }
    }

    /// Clients for whom silence is due by `instant`, in order of their names.
    package func clientsSilent(by instant: Instant) throws(CasebookError) -> [ClientRecord] {
        try reading { db in
            try Row.fetchAll(
                db, sql: "SELECT \(Self.columns) FROM clients WHERE silence_due <= ? ORDER BY client",
                arguments: [instant.seconds]
            ).map(clientRecord)
        }
    }

    /// Names of all clients, in their order.
    package func clientNames() throws(CasebookError) -> [String] {
        try reading { db in try String.fetchAll(db, sql: "SELECT client FROM clients ORDER BY client") }
    }

    /// The newest scored visit in the store: what silence is judged by when nobody says otherwise.
    package func newestVisit() throws(CasebookError) -> Instant? {
        try reading { db in try Int64.fetchOne(db, sql: "SELECT max(newest) FROM clients").map(Instant.init(seconds:)) }
    }

    func saveClients(_ clients: [ClientRecord], _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO clients (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        for record in clients {
            try statement.execute(arguments: [
                record.client, Data(record.history), record.newest?.seconds, record.silenceDue?.seconds, record.rulebook,
                record.baseRun, record.baseNewest?.seconds, record.needsRefold,
            ])
        }
    }
}

private func clientRecord(_ row: Row) -> ClientRecord {
    let history: Data = row[1]
    return ClientRecord(
        client: row[0], history: [UInt8](history), newest: instant(row[2]), silenceDue: instant(row[3]), rulebook: row[4],
        baseRun: row[5], baseNewest: instant(row[6]), needsRefold: row[7])
}

private func instant(_ seconds: Int64?) -> Instant? { seconds.map(Instant.init(seconds:)) }
