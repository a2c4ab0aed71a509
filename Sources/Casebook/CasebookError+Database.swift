import GRDB

extension CasebookError {
    /// Tells a database's complaint by its code alone: the statement and its arguments may hold a client's words.
    init(_ error: any Error, path: String) {
        if let known = error as? CasebookError {
            self = known
        } else if let error = error as? DatabaseError {
            self.init(code: error, path: path)
        } else {
            self = .defect(detail: String(describing: type(of: error)))
        }
    }

    private init(code error: DatabaseError, path: String) {
        let detail = error.resultCode.description
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path, detail: detail)
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_PERM, .SQLITE_AUTH:
            self = .unusable(path: path, detail: detail)
        default: self = .defect(detail: "SQLite \(error.extendedResultCode.rawValue): \(detail)")
        }
    }
}
