package import Alerts
import Foundation
import GRDB
package import Reports

/// An alert as a digest showed it.
package struct ShownAlert: Hashable, Sendable, Codable {
    package var updated: Instant
    package var severity: Severity
    package var status: AlertStatus

    package init(updated: Instant, severity: Severity, status: AlertStatus) {
        self.updated = updated
        self.severity = severity
        self.status = status
    }
}

extension Casebook {
    /// Remembers what the digests as of a time showed; made again for the same time, they take the place of the first ones.
    package func keepDigest(asOf: Instant, shown: [String: ShownAlert]) throws(CasebookError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try writing { db in
            let text = String(decoding: try encoder.encode(shown), as: UTF8.self)
            try db.execute(
                sql: "INSERT OR REPLACE INTO digests (as_of, seen) VALUES (?, ?)", arguments: [asOf.seconds, text])
        }
    }

    /// The newest digests as of a time before `asOf`.
    package func digest(before asOf: Instant) throws(CasebookError) -> (asOf: Instant, shown: [String: ShownAlert])? {
        try reading { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT as_of, seen FROM digests WHERE as_of < ? ORDER BY as_of DESC LIMIT 1",
                arguments: [asOf.seconds])
            guard let row else { return nil }
            let seen: String = row[1]
            let shown = try? JSONDecoder().decode([String: ShownAlert].self, from: Data(seen.utf8))
            return (Instant(seconds: row[0]), shown ?? [:])
        }
    }
}
