import Foundation
import GRDB
import Reports

extension Casebook {
    /// What was put aside and not yet read after all, in the order of the inputs.
    package func putAside() throws(CasebookError) -> [StoredPutAside] {
        try reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT content, file, line, byte, reason, problem, format, header, raw, length, run FROM put_aside
                    WHERE retried IS NULL ORDER BY file, line, byte
                    """
            ).map(storedPutAside)
        }
    }

    /// How many records wait, without reading them.
    package func putAsideCount() throws(CasebookError) -> Int {
        try reading { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM put_aside WHERE retried IS NULL") ?? 0 }
    }

    func keep(_ records: [PutAside], _ run: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO put_aside (content, file, line, byte, reason, problem, format, header, raw, length, run)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (content) DO UPDATE SET reason = excluded.reason, problem = excluded.problem, retried = NULL
                """)
        for record in records {
            try statement.execute(arguments: [
                Int64(bitPattern: record.key), record.place.file, record.place.line, record.place.byte, record.reason,
                record.problem, record.format?.rawValue, Data(record.header), Data(record.raw), record.length, run,
            ])
        }
    }

    func markRetried(_ keys: [UInt64], _ run: Int64, _ db: Database) throws {
        for key in keys {
            try db.cachedStatement(sql: "UPDATE put_aside SET retried = ? WHERE content = ?")
                .execute(arguments: [run, Int64(bitPattern: key)])
        }
    }
}

private func storedPutAside(_ row: Row) -> StoredPutAside {
    let header: Data = row[7]
    let raw: Data = row[8]
    let record = PutAside(
        place: RecordPlace(file: row[1], line: row[2], byte: row[3]), reason: row[4], problem: row[5],
        raw: [UInt8](raw), length: row[9],
        format: (row[6] as String?).flatMap(InputFormat.init(rawValue:)), header: [UInt8](header))
    return StoredPutAside(key: UInt64(bitPattern: row[0]), record: record, run: row[10])
}
