import Foundation
import GRDB
package import Reports

extension Casebook {
    /// Begins a run. One that was cut short is taken up again under its number, so that lateness is judged as it was.
    package func beginRun(inputs: [String], rulebook: String, at now: Instant) throws(CasebookError) -> RunRecord {
        let list = String(decoding: (try? JSONEncoder().encode(inputs)) ?? Data("[]".utf8), as: UTF8.self)
        let (number, wasCutShort) = try writing { db in
            if let open = try Int64.fetchOne(db, sql: "SELECT number FROM runs WHERE finished IS NULL") {
                try db.execute(
                    sql: """
                        UPDATE runs SET inputs = ?, rulebook = ?, started = ?, read = 0, accepted = 0, duplicate = 0,
                        corrected = 0, put_aside = 0, too_late = 0 WHERE number = ?
                        """, arguments: [list, rulebook, now.seconds, open])
                return (open, true)
            }
            try db.execute(
                sql: "INSERT INTO runs (inputs, rulebook, started) VALUES (?, ?, ?)", arguments: [list, rulebook, now.seconds])
            return (db.lastInsertedRowID, false)
        }
        return RunRecord(
            number: number, inputs: inputs, rulebook: rulebook, started: now, finished: nil, counts: IntakeCounts(), tooLate: 0,
            wasCutShort: wasCutShort)
    }

    package func finishRun(_ number: Int64, at now: Instant) throws(CasebookError) {
        try writing { db in
            try db.execute(sql: "UPDATE runs SET finished = ? WHERE number = ?", arguments: [now.seconds, number])
        }
    }

    /// All runs, the oldest first.
    package func runs() throws(CasebookError) -> [RunRecord] {
        try reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT number, inputs, rulebook, started, finished, read, accepted, duplicate, corrected, put_aside, too_late
                    FROM runs ORDER BY number
                    """
            ).map(runRecord)
        }
    }

    func add(_ counts: IntakeCounts, tooLate: Int, _ run: Int64, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                UPDATE runs SET read = read + ?, accepted = accepted + ?, duplicate = duplicate + ?, corrected = corrected + ?,
                put_aside = put_aside + ?, too_late = too_late + ? WHERE number = ?
                """
        ).execute(arguments: [
            counts.read, counts.accepted, counts.duplicate, counts.corrected, counts.putAside, tooLate, run,
        ])
    }
}

private func runRecord(_ row: Row) -> RunRecord {
    var counts = IntakeCounts()
    counts.read = row[5]
    counts.accepted = row[6]
    counts.duplicate = row[7]
    counts.corrected = row[8]
    counts.putAside = row[9]
    let inputs: String = row[1]
    return RunRecord(
        number: row[0], inputs: (try? JSONDecoder().decode([String].self, from: Data(inputs.utf8))) ?? [], rulebook: row[2],
        started: Instant(seconds: row[3]), finished: (row[4] as Int64?).map(Instant.init(seconds:)), counts: counts,
        tooLate: row[10])
}
