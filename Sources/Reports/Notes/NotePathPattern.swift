/// Reads a note's fields out of its path, such as `{client}/{date}-{time}_{id}.txt`; matched from the end of the path.
///
/// - `{date}` is 2026-01-06 or 20260106, `{time}` 08:05, 08-05, 08.05 or 0805; `*` is anything but a slash.
/// - Without `{id}`, what the pattern matched is the id.
struct NotePathPattern: Sendable {
    let pattern: String
    private let pieces: [Piece]
    private let depth: Int
    private let namesID: Bool

    private enum Piece: Hashable {
        case literal([UInt8])
        case field(String)
    }

    private static let fieldNames: Set<String> = ["client", "carer", "id", "date", "time", "region", "*"]

    init(_ pattern: String) throws(IntakeError) {
        var pieces: [Piece] = []
        var rest = pattern[...]
        while let mark = rest.firstIndex(where: { $0 == "{" || $0 == "*" }) {
            if mark > rest.startIndex { pieces.append(.literal(Array(rest[..<mark].utf8))) }
            var name = "*"
            if rest[mark] == "{" {
                guard let end = rest[mark...].firstIndex(of: "}") else {
                    throw .badNotePath(pattern: pattern, why: "a { is not closed")
                }
                name = String(rest[rest.index(after: mark)..<end])
                rest = rest[rest.index(after: end)...]
            } else {
                rest = rest[rest.index(after: mark)...]
            }
            guard Self.fieldNames.contains(name) else { throw .badNotePath(pattern: pattern, why: "{\(name)} is not a field") }
            pieces.append(.field(name))
        }
        if !rest.isEmpty { pieces.append(.literal(Array(rest.utf8))) }
        guard pieces.contains(.field("client")), pieces.contains(.field("date")) else {
            throw .badNotePath(pattern: pattern, why: "it needs {client} and {date}")
        }
        self.pattern = pattern
        self.pieces = pieces
        depth = pattern.utf8.count { $0 == UInt8(ascii: "/") }
        namesID = pieces.contains(.field("id"))
    }

    /// The fields in the path; nil when it does not fit.
    func fields(in path: String) -> [String: String]? {
        let parts = path.split(separator: "/")
        guard parts.count > depth else { return nil }
        let matched = parts.suffix(depth + 1).joined(separator: "/")
        let text = Array(matched.utf8)
        var found: [String: String] = [:]
        guard match(text, 0, 0, &found) else { return nil }
        if !namesID { found["id"] = matched }
        return found
    }

    private func match(_ text: [UInt8], _ at: Int, _ piece: Int, _ found: inout [String: String]) -> Bool {
        guard piece < pieces.count else { return at == text.count }
        switch pieces[piece] {
        case .literal(let bytes):
            return text[at...].starts(with: bytes) && match(text, at + bytes.count, piece + 1, &found)
        case .field(let name):
            for length in lengths(of: name, text, at) where match(text, at + length, piece + 1, &found) {
                found[name] = String(decoding: text[at..<at + length], as: UTF8.self)
                return true
            }
            return false
        }
    }

    private func lengths(of field: String, _ text: [UInt8], _ at: Int) -> [Int] {
        let left = text[at...].prefix { $0 != UInt8(ascii: "/") }.count
        let candidates =
            switch field {
            case "date": [10, 8]
            case "time": [8, 6, 5, 4]
            default: Array(1...max(1, left))
            }
        return candidates.filter { length in
            guard length <= left else { return false }
            guard field == "date" || field == "time" else { return true }
            return text[at..<at + length].allSatisfy { (0x2D...0x3A).contains($0) }
        }
    }
}
