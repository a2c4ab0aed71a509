import Foundation
import GRDB
package import Reports

extension Casebook {
    /// Keeps the full text of a rulebook under its hash, so that every alert's rules can be looked up later.
    package func keepRulebook(hash: String, files: [String: String]) throws(CasebookError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try writing { db in
            let text = String(decoding: try encoder.encode(files), as: UTF8.self)
            try db.execute(sql: "INSERT OR IGNORE INTO rulebooks (hash, files) VALUES (?, ?)", arguments: [hash, text])
        }
    }

    /// The files of a rulebook by path.
    package func rulebook(_ hash: String) throws(CasebookError) -> [String: String]? {
        try reading { db in
            try String.fetchOne(db, sql: "SELECT files FROM rulebooks WHERE hash = ?", arguments: [hash])
                .flatMap { try? JSONDecoder().decode([String: String].self, from: Data($0.utf8)) }
        }
    }
}

/// A rulebook that alerts were raised with.
package struct UsedRulebook: Hashable, Sendable {
    package var hash: String
    /// When it was first and last used, by the clock of the machine; nil where no run is on record.
    package var firstUsed: Instant?
    package var lastUsed: Instant?
    package var runs: Int
}

extension Casebook {
    /// Every rulebook ever used, the one used last at the end.
    package func rulebooks() throws(CasebookError) -> [UsedRulebook] {
        try reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT rulebooks.hash, min(runs.started), max(runs.started), count(runs.number) FROM rulebooks
                    LEFT JOIN runs ON runs.rulebook = rulebooks.hash GROUP BY rulebooks.hash
                    ORDER BY max(runs.number), rulebooks.hash
                    """
            ).map { row in
                UsedRulebook(
                    hash: row[0], firstUsed: (row[1] as Int64?).map(Instant.init(seconds:)),
                    lastUsed: (row[2] as Int64?).map(Instant.init(seconds:)), runs: row[3])
            }
        }
    }

    /// The hash of the rulebook of the newest run; nil where nothing has run.
    package func rulebookInForce() throws(CasebookError) -> String? {
        try reading { db in try String.fetchOne(db, sql: "SELECT rulebook FROM runs ORDER BY number DESC LIMIT 1") }
    }
}
