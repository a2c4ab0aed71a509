/// A JSON value whose members keep their order, written in one line.
enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case number(Double)
    case text(String)
    case list([JSON])
    case record([Member])

    struct Member: Hashable, Sendable {
        let name: String
        let value: JSON
    }

    static func record(_ members: KeyValuePairs<String, JSON>) -> JSON {
        .record(members.map { Member(name: $0.key, value: $0.value) })
    }

    static func text(orNull text: String?) -> JSON { text.map { .text($0) } ?? .null }

    /// The members of both, in order; `other` follows.
    func joined(_ other: JSON) -> JSON {
        guard case .record(let own) = self, case .record(let others) = other else { return self }
        return .record(own + others)
    }

    var line: String {
        var line = ""
        write(to: &line)
        return line
    }

    private func write(to line: inout String) {
        switch self {
        case .null: line += "null"
        case .bool(let bool): line += bool ? "true" : "false"
        case .int(let int): line += String(int)
        case .number(let number): line += number.isFinite ? "\(number)" : "null"
        case .text(let text): Self.write(text, to: &line)
        case .list(let values): write(values, to: &line)
        case .record(let members): write(members, to: &line)
        }
    }

    private func write(_ values: [JSON], to line: inout String) {
        line += "["
        for (index, value) in values.enumerated() {
            if index > 0 { line += "," }
            value.write(to: &line)
        }
        line += "]"
    }

    private func write(_ members: [Member], to line: inout String) {
        line += "{"
        for (index, member) in members.enumerated() {
            if index > 0 { line += "," }
            Self.write(member.name, to: &line)
            line += ":"
            member.value.write(to: &line)
        }
        line += "}"
    }

    /// Escapes, beyond what JSON asks, what would steer the terminal of a person who looks at the line.
    private static func write(_ text: String, to line: inout String) {
        line += "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: line += "\\\""
            case 0x5C: line += "\\\\"
            case 0x0A: line += "\\n"
            case 0x0D: line += "\\r"
            case 0x09: line += "\\t"
            case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
                let hex = String(scalar.value, radix: 16)
                line += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: line.unicodeScalars.append(scalar)
            }
        }
        line += "\""
    }
}
