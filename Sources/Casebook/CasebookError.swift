/// Why the casebook cannot be used; told without a word of what it holds.
package enum CasebookError: Error, Hashable, Sendable {
    case missing(path: String)
    /// Another run holds it.
    case locked(path: String)
    case damaged(path: String, detail: String)
    /// Written by a newer version of this program.
    case newerVersion(path: String)
    /// A database, but not one of ours.
    case foreign(path: String)
    /// The folder, the permissions or the disk stand in the way.
    case unusable(path: String, detail: String)
    /// A mistake of this program.
    case defect(detail: String)

    /// As the outer contract has it.
    package var exitStatus: Int32 {
        switch self {
        case .missing, .unusable: 2
        case .locked: 3
        case .damaged, .newerVersion, .foreign: 4
        case .defect: 70
        }
    }
}

extension CasebookError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let path):
            "There is no store at \(path). Name the right one with --store, or make one with: visitwatch run INPUT --store \(path)"
        case .locked(let path):
            "Another run holds the store \(path). Nothing was done; try again when it has finished."
        case .damaged(let path, let detail):
            "The store \(path) is damaged (\(detail)). Nothing was changed; restore a backup, or run the reports into a new store."
        case .newerVersion(let path):
            "The store \(path) was written by a newer version of visitwatch. Nothing was changed; update visitwatch."
        case .foreign(let path):
            "\(path) is a database of another program. Nothing was changed; name another file with --store."
        case .unusable(let path, let detail):
            "The store \(path) cannot be used (\(detail)). Check the folder, its permissions and the space on the disk."
        case .defect(let detail):
            "The store was asked for something that it cannot do (\(detail)). This is a defect of visitwatch."
        }
    }
}
