/// A piece of JSON in the order in which it is written.
package indirect enum JSONValue: Hashable, Sendable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case list([JSONValue])
    case object([Member])

    package struct Member: Hashable, Sendable {
        package var key: String
        package var value: JSONValue

        package init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    package static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { Member($0.key, $0.value) })
    }

    /// Without line breaks; `indent` puts every member on a line of its own.
    package func written(indent: Bool = false) -> String {
        var text = ""
        write(to: &text, depth: indent ? 0 : nil)
        return text
    }

    private func write(to text: inout String, depth: Int?) {
        switch self {
        case .text(let words): text += Self.quoted(words)
        case .number(let number): text += Self.digits(number)
        case .flag(let flag): text += flag ? "true" : "false"
        case .list(let members):
            let isShort = members.allSatisfy { if case .object = $0 { false } else { true } }
            write(members.count, "[", "]", isShort ? nil : depth, &text) { members[$0].write(to: &$1, depth: $2) }
        case .object(let members):
            write(members.count, "{", "}", depth, &text) {
                $1 += Self.quoted(members[$0].key) + (depth == nil ? ":" : ": ")
                members[$0].value.write(to: &$1, depth: $2)
            }
        }
    }

    private func write(
        _ count: Int, _ open: String, _ close: String, _ depth: Int?, _ text: inout String,
        _ member: (Int, inout String, Int?) -> Void
    ) {
        let inner = depth.map { "\n" + String(repeating: "  ", count: $0 + 1) }
        text += open
        for index in 0..<count {
            if index > 0 { text += "," }
            if let inner { text += inner }
            member(index, &text, depth.map { $0 + 1 })
        }
        if let depth, count > 0 { text += "\n" + String(repeating: "  ", count: depth) }
        text += close
    }

    private static func digits(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral
{
    package init(stringLiteral text: String) { self = .text(text) }
    package init(booleanLiteral flag: Bool) { self = .flag(flag) }
    package init(floatLiteral number: Double) { self = .number(number) }
    package init(integerLiteral number: Int) { self = .number(Double(number)) }
    package init(arrayLiteral members: JSONValue...) { self = .list(members) }
}
