import Alerts
import Foundation
import GRDB
import Reports

extension Casebook {
    /// Looks the whole store over; an empty list means that all is well. No finding tells a client's words.
    package func verify(historyIsReadable: @Sendable ([UInt8]) -> Bool) throws(CasebookError) -> [String] {
        let structure = try reading { db in
            try String.fetchAll(db, sql: "PRAGMA integrity_check(10)").filter { $0 != "ok" }
        }
        guard structure.isEmpty else { return structure.map { "SQLite: \($0)" } }
        return try countsThatDoNotAddUp() + unreadableReports() + unreadableHistories(historyIsReadable)
            + unsupportedAlerts()
    }

    private func countsThatDoNotAddUp() throws(CasebookError) -> [String] {
        let runs = try runs()
        var findings = runs.filter { !$0.counts.addsUp }.map { run in
            "run \(run.number): read \(run.counts.read) is not accepted + duplicate + corrected + put aside"
        }
        let reports = try reportCount()
        let accepted = runs.reduce(0) { $0 + $1.counts.accepted }
        if !runs.contains(where: { $0.finished == nil }), accepted > reports {
            findings.append("\(accepted) reports were accepted, but only \(reports) are stored")
        }
        return findings
    }

    private func unreadableReports() throws(CasebookError) -> [String] {
        let path = path
        return try reading { db in
            let rows = try Row.fetchCursor(db, sql: "SELECT content, scoring, record, signals, id, client, time FROM reports")
            var findings: [String] = []
            while let row = try rows.next() {
                guard let filed = try? filedReport(row, path: path) else {
                    findings.append("a report cannot be read (its id: \(row[4] as String))")
                    continue
                }
                let isSame =
                    filed.report.contentHash == filed.contentHash && filed.report.id == row[4]
                    && filed.report.client == row[5] && filed.report.time.seconds == row[6]
                if !isSame { findings.append("report \(filed.report.id) is not what was filed") }
            }
            return findings
        }
    }

    private func unreadableHistories(_ isReadable: @Sendable ([UInt8]) -> Bool) throws(CasebookError) -> [String] {
        try reading { db in
            let rows = try Row.fetchCursor(db, sql: "SELECT client, history FROM clients WHERE NOT needs_refold")
            var findings: [String] = []
            while let row = try rows.next() {
                let history: Data = row[1]
                if !isReadable([UInt8](history)) { findings.append("the history of client \(row[0] as String) cannot be read") }
            }
            return findings
        }
    }

    private func unsupportedAlerts() throws(CasebookError) -> [String] {
        var findings: [String] = []
        for stored in try alerts() where stored.withdrawnReason == nil {
            for quote in stored.alert.evidence where try !isBorneOut(quote) {
                findings.append("alert \(stored.alert.id) quotes report \(quote.report) wrongly")
            }
        }
        return findings
    }

    private func isBorneOut(_ quote: Quote) throws(CasebookError) -> Bool {
        guard let note = try report(quote.report)?.report.note else { return false }
        let bytes = Array(note.utf8)
        guard quote.start >= 0, quote.start <= quote.end, quote.end <= bytes.count else { return false }
        return bytes[quote.start..<quote.end].elementsEqual(quote.text.utf8)
    }
}
