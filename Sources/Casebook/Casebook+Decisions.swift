package import Alerts
import GRDB
package import Reports

extension Casebook {
    /// Opens the store to note down what people decide; a run may go on beside it.
    package static func openForDeciding(at path: String) throws(CasebookError) -> Casebook { try openForReading(at: path) }

    /// Adds decisions in one transaction.
    package func add(_ decisions: [Decision]) throws(CasebookError) {
        try writing { db in
            for decision in decisions {
                try db.cachedStatement(
                    sql: """
                        INSERT INTO decisions (alert, decision, person, reason, note, until, assignee, undoes, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """
                ).execute(arguments: [
                    decision.alert, decision.kind.rawValue, decision.person, decision.reason?.rawValue, decision.note,
                    decision.until?.seconds, decision.assignee, decision.undoes, decision.at.seconds,
                ])
            }
        }
    }

    /// What people decided up to a time, by alert; nil is all.
    package func decisions(through time: Instant? = nil) throws(CasebookError) -> [String: DecisionLog] {
        let all = try reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT number, alert, decision, person, reason, note, until, assignee, undoes, at FROM decisions
                    WHERE ?1 IS NULL OR at <= ?1 ORDER BY number
                    """, arguments: [time?.seconds]
            ).compactMap(decision)
        }
        return Dictionary(grouping: all, by: \.alert).mapValues(DecisionLog.init)
    }
}

/// Nil for what a newer version writes down.
private func decision(_ row: Row) -> Decision? {
    guard let kind = Decision.Kind(rawValue: row[2]) else { return nil }
    let reason: String? = row[4]
    return Decision(
        number: row[0], alert: row[1], kind: kind, person: row[3], reason: reason.flatMap(DismissalReason.init(rawValue:)),
        note: row[5], until: (row[6] as Int64?).map(Instant.init(seconds:)), assignee: row[7], undoes: row[8],
        at: Instant(seconds: row[9]))
}
