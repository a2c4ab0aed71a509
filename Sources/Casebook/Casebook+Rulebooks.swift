import Foundation
import GRDB

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
