import Foundation
import GRDB
package import Reports
import Signals

extension Casebook {
    /// The current version of each of the reports that the store has, by id.
    package func known(_ ids: some Collection<String>) throws(CasebookError) -> [String: KnownReport] {
        try reading { db in
            var known: [String: KnownReport] = [:]
            let statement = try db.cachedStatement(
                sql: "SELECT client, time, received, content, scoring FROM reports WHERE id = ?")
            for id in ids {
                guard let row = try Row.fetchOne(statement, arguments: [id]) else { continue }
                known[id] = KnownReport(
                    client: row[0], time: Instant(seconds: row[1]), received: (row[2] as Int64?).map(Instant.init(seconds:)),
                    contentHash: UInt64(bitPattern: row[3]), scoring: Scoring(rawValue: row[4]) ?? .tooLate)
            }
            return known
        }
    }

    /// When an earlier version of a report was received; nil when the store has no such version, `.some(nil)` when unknown.
    package func earlierVersion(of id: String, contentHash: UInt64) throws(CasebookError) -> Instant?? {
        try reading { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT received FROM earlier_versions WHERE id = ? AND content = ?",
                arguments: [id, Int64(bitPattern: contentHash)])
            guard let row else { return nil }
            return .some((row[0] as Int64?).map(Instant.init(seconds:)))
        }
    }

    /// The next reports of a client in the order of the fold (by visit time, then id), after the one given.
    package func reports(of client: String, after last: VisitReport?, limit: Int) throws(CasebookError) -> [FiledReport] {
        let path = path
        return try reading { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT content, scoring, record, signals FROM reports WHERE client = ? AND (time, id) > (?, ?)
                    ORDER BY time, id LIMIT ?
                    """)
            let rows = try Row.fetchCursor(
                statement, arguments: [client, last?.time.seconds ?? .min, last?.id ?? "", limit])
            var reports: [FiledReport] = []
            while let row = try rows.next() { reports.append(try filedReport(row, path: path)) }
            return reports
        }
    }

    /// All reports of a client, in the order of the fold.
    package func reports(of client: String) throws(CasebookError) -> [FiledReport] {
        try reports(of: client, after: nil, limit: .max)
    }

    /// The time of a client's newest scored visit.
    package func newestVisit(of client: String) throws(CasebookError) -> Instant? {
        try reading { db in
            let statement = try db.cachedStatement(
                sql: "SELECT time FROM reports WHERE client = ? AND scoring = 1 ORDER BY time DESC LIMIT 1")
            return try Int64.fetchOne(statement, arguments: [client]).map(Instant.init(seconds:))
        }
    }

    /// A client's reports of a stretch of time, both ends included, in the order of the fold.
    package func reports(of client: String, from first: Instant, through last: Instant) throws(CasebookError) -> [FiledReport] {
        let path = path
        return try reading { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT content, scoring, record, signals FROM reports WHERE client = ? AND time BETWEEN ? AND ?
                    ORDER BY time, id
                    """, arguments: [client, first.seconds, last.seconds])
            var reports: [FiledReport] = []
            while let row = try rows.next() { reports.append(try filedReport(row, path: path)) }
            return reports
        }
    }

    /// By client, how many visits after `since` and up to `last` were reported; clients without any are left out.
    package func reportCounts(after since: Instant, through last: Instant) throws(CasebookError) -> [String: Int] {
        try reading { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT client, count(*) FROM reports WHERE time > ? AND time <= ? GROUP BY client",
                arguments: [since.seconds, last.seconds])
            var counts: [String: Int] = [:]
            while let row = try rows.next() { counts[row[0]] = row[1] }
            return counts
        }
    }

    /// One report by its id.
    package func report(_ id: String) throws(CasebookError) -> FiledReport? {
        let path = path
        return try reading { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT content, scoring, record, signals FROM reports WHERE id = ?", arguments: [id])
            return try row.map { try filedReport($0, path: path) }
        }
    }

    /// When and by whom each of the reports that the store has was written.
    package func visits(_ ids: some Collection<String>) throws(CasebookError) -> [String: (time: Instant, carer: String?)] {
        try reading { db in
            var visits: [String: (time: Instant, carer: String?)] = [:]
            let statement = try db.cachedStatement(
                sql: "SELECT time, json_extract(record, '$.carer') FROM reports WHERE id = ?")
            for id in ids {
                guard let row = try Row.fetchOne(statement, arguments: [id]) else { continue }
                visits[id] = (Instant(seconds: row[0]), row[1])
            }
            return visits
        }
    }

    package func reportCount() throws(CasebookError) -> Int {
        try reading { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM reports") ?? 0 }
    }
}

/// Reads the columns content, scoring, record, signals.
func filedReport(_ row: Row, path: String) throws -> FiledReport {
    let record: String = row[2]
    let blob: Data = row[3]
    guard let report = try? VisitReport(ndjson: record), let signals = SignalsBlob.signals([UInt8](blob)) else {
        throw CasebookError.damaged(path: path, detail: "a stored report cannot be read")
    }
    return FiledReport(
        report: report, contentHash: UInt64(bitPattern: row[0]), signals: signals,
        scoring: Scoring(rawValue: row[1]) ?? .tooLate)
}
