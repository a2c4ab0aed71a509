import Alerts
import Foundation
import GRDB
package import Reports

extension Casebook {
    /// The alerts of one client or of all, by (opened, client, rule, id); withdrawn ones among them.
    package func alerts(of client: String? = nil) throws(CasebookError) -> [StoredAlert] {
        let path = path
        return try reading { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT payload, withdrawn_reason FROM alerts WHERE ?1 IS NULL OR client = ?1
                    ORDER BY opened, client, rule, id
                    """, arguments: [client])
            return try storedAlerts(rows, path: path)
        }
    }

    /// Alerts that are open, or that moved after `since`; nil is never. By (opened, client, rule, id), withdrawn ones among them.
    package func alerts(openOrMovedAfter since: Instant?) throws(CasebookError) -> [StoredAlert] {
        let path = path
        return try reading { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT payload, withdrawn_reason FROM alerts
                    WHERE (closed IS NULL AND withdrawn_reason IS NULL) OR max(updated, ifnull(closed, updated)) > ?
                    ORDER BY opened, client, rule, id
                    """, arguments: [since?.seconds ?? .max])
            return try storedAlerts(rows, path: path)
        }
    }

    package func alert(_ id: String) throws(CasebookError) -> StoredAlert? {
        let path = path
        return try reading { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT payload, withdrawn_reason FROM alerts WHERE id = ?", arguments: [id])
            return try storedAlerts(rows, path: path).first
        }
    }

    /// What was seen to happen to an alert, the oldest first.
    package func ledger(of alert: String) throws(CasebookError) -> [AlertLedgerEntry] {
        try reading { db in
            try Row.fetchAll(
                db,
                sql: "SELECT change, severity, at, reason, run FROM alert_changes WHERE alert = ? ORDER BY number",
                arguments: [alert]
            ).map { row in
                AlertLedgerEntry(
                    alert: alert, change: row[0], severity: Severity(rawValue: row[1]) ?? .low,
                    at: Instant(seconds: row[2]), reason: row[3], run: row[4])
            }
        }
    }

    func record(_ changes: [AlertChange], _ run: Int64, _ db: Database) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for change in changes {
            let (word, alert, at, reason) = parts(change)
            try save(alert, withdrawnReason: reason, encoder, db)
            try db.cachedStatement(
                sql: "INSERT INTO alert_changes (alert, change, severity, at, reason, run) VALUES (?, ?, ?, ?, ?, ?)"
            ).execute(arguments: [alert.id, word, alert.severity.rawValue, at.seconds, reason, run])
        }
    }

    private func save(_ alert: Alert, withdrawnReason: String?, _ encoder: JSONEncoder, _ db: Database) throws {
        let payload = String(decoding: try encoder.encode(alert), as: UTF8.self)
        try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO alerts
                (id, client, rule, kind, domain, severity, status, opened, updated, closed, payload, withdrawn_reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            alert.id, alert.client, alert.rule, alert.kind.rawValue, alert.domain, alert.severity.rawValue,
            alert.status.rawValue, alert.opened.seconds, alert.updated.seconds, alert.closed?.seconds, payload,
            withdrawnReason,
        ])
    }
}

private func storedAlerts(_ rows: RowCursor, path: String) throws -> [StoredAlert] {
    let decoder = JSONDecoder()
    var alerts: [StoredAlert] = []
    while let row = try rows.next() {
        let payload: String = row[0]
        guard let alert = try? decoder.decode(Alert.self, from: Data(payload.utf8)) else {
            throw CasebookError.damaged(path: path, detail: "a stored alert cannot be read")
        }
        alerts.append(StoredAlert(alert: alert, withdrawnReason: row[1]))
    }
    return alerts
}

private func parts(_ change: AlertChange) -> (word: String, alert: Alert, at: Instant, withdrawnReason: String?) {
    switch change {
    case .opened(let alert): return ("opened", alert, alert.opened, nil)
    case .updated(let alert): return ("updated", alert, alert.updated, nil)
    case .closed(let alert): return ("closed", alert, alert.closed ?? alert.updated, nil)
    case .withdrawn(var alert, let reason):
        alert.status = .withdrawn
        return ("withdrawn", alert, alert.updated, reason)
    }
}
