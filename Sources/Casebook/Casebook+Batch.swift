import Alerts
import Foundation
import GRDB
import Reports
import Signals

extension Casebook {
    /// Writes a batch for a run in one transaction.
    package func write(_ batch: CasebookBatch, run: Int64) throws(CasebookError) {
        try writing { db in
            try insert(batch.new, run, db)
            for filed in batch.corrected { try correct(filed, run, db) }
            try keepEarlier(batch.superseded, run, db)
            try setReceived(batch.receivedAgain, db)
            try setSignals(batch.reread, db)
            try saveClients(batch.clients, db)
            try record(batch.changes, run, db)
            try keep(batch.putAside, run, db)
            try markRetried(batch.retried, run, db)
            try add(batch.counts, tooLate: batch.tooLate, run, db)
        }
    }

    private func insert(_ reports: [FiledReport], _ run: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO reports (id, client, time, received, content, scoring, run, record, signals)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for filed in reports {
            let report = filed.report
            try statement.execute(arguments: [
                report.id, report.client, report.time.seconds, report.received?.seconds,
                Int64(bitPattern: filed.contentHash), filed.scoring.rawValue, run, report.ndjsonLine,
                Data(SignalsBlob.bytes(filed.signals)),
            ])
        }
    }

    private func correct(_ filed: FiledReport, _ run: Int64, _ db: Database) throws {
        let report = filed.report
        try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO earlier_versions (id, content, received, run, record)
                SELECT id, content, received, run, record FROM reports WHERE id = ?
                """
        ).execute(arguments: [report.id])
        try db.cachedStatement(sql: "DELETE FROM earlier_versions WHERE id = ? AND content = ?")
            .execute(arguments: [report.id, Int64(bitPattern: filed.contentHash)])
        try db.cachedStatement(
            sql: """
                UPDATE reports SET client = ?, time = ?, received = ?, content = ?, scoring = ?, run = ?, record = ?, signals = ?
                WHERE id = ?
                """
        ).execute(arguments: [
            report.client, report.time.seconds, report.received?.seconds, Int64(bitPattern: filed.contentHash),
            filed.scoring.rawValue, run, report.ndjsonLine, Data(SignalsBlob.bytes(filed.signals)), report.id,
        ])
    }

    private func keepEarlier(_ reports: [VisitReport], _ run: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO earlier_versions (id, content, received, run, record) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (id, content) DO UPDATE SET received = max(ifnull(received, excluded.received), excluded.received)
                """)
        for report in reports {
            try statement.execute(arguments: [
                report.id, Int64(bitPattern: report.contentHash), report.received?.seconds, run, report.ndjsonLine,
            ])
        }
    }

    private func setReceived(_ received: [String: Instant], _ db: Database) throws {
        let statement = try db.cachedStatement(sql: "UPDATE reports SET received = ? WHERE id = ?")
        for (id, time) in received { try statement.execute(arguments: [time.seconds, id]) }
    }

    private func setSignals(_ reports: [FiledReport], _ db: Database) throws {
        let statement = try db.cachedStatement(sql: "UPDATE reports SET signals = ? WHERE id = ?")
        for filed in reports {
            try statement.execute(arguments: [Data(SignalsBlob.bytes(filed.signals)), filed.report.id])
        }
    }
}
