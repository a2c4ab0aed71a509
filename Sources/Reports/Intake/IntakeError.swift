/// Why reading cannot begin at all.
package enum IntakeError: Error, Hashable, Sendable {
    case missing(path: String)
    case unreadable(path: String)
    case unknownTimeZone(String)
    case badNotePath(pattern: String, why: String)
}

extension IntakeError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let path): "There is no file or folder \(path). Nothing was read; check the path."
        case .unreadable(let path): "\(path) cannot be opened. Nothing was read; check its permissions."
        case .unknownTimeZone(let name):
            "The time zone \(name) is not known. Nothing was read; use a name such as Europe/London or America/Chicago."
        case .badNotePath(let pattern, let why): "The note path \(pattern) cannot be used: \(why). Nothing was read."
        }
    }
}
