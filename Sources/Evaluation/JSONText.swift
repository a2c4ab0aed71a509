/// One JSON object, written field by field in the order of the calls.
struct JSONText {
    private var body = "{"

    var line: String { body + "}" }

    mutating func add(_ name: String, _ text: String) { add(name, raw: JSONText.quoted(text)) }
    mutating func add(_ name: String, _ flag: Bool) { add(name, raw: flag ? "true" : "false") }
    mutating func add(_ name: String, _ count: Int) { add(name, raw: String(count)) }
    mutating func add(_ name: String, _ number: Double) { add(name, raw: JSONText.number(number)) }

    mutating func add(_ name: String, _ texts: [String]) {
        add(name, raw: "[" + texts.map(JSONText.quoted).joined(separator: ",") + "]")
    }

    mutating func add(_ name: String, _ interval: Interval) {
        add(name, raw: "[\(JSONText.rounded(interval.lower)),\(JSONText.rounded(interval.upper))]")
    }

    mutating func add(_ name: String, raw: String) {
        if body.utf8.count > 1 { body += "," }
        body += JSONText.quoted(name)
        body += ":"
        body += raw
    }

    /// Whole numbers without a point; what is no number as null.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    /// To four decimals.
    static func rounded(_ value: Double) -> String { number((value * 10_000).rounded() / 10_000) }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        quoted.reserveCapacity(text.utf8.count + 2)
        if text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
            for scalar in text.unicodeScalars { append(scalar, to: &quoted) }
        } else {
            quoted += text
        }
        quoted += "\""
        return quoted
    }

    private static func append(_ scalar: Unicode.Scalar, to quoted: inout String) {
        switch scalar {
        case "\"": quoted += "\\\""
        case "\\": quoted += "\\\\"
        case "\n": quoted += "\\n"
        case "\r": quoted += "\\r"
        case "\t": quoted += "\\t"
        case "\u{0}"..<"\u{20}":
            let digits = String(scalar.value, radix: 16)
            quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: quoted.unicodeScalars.append(scalar)
        }
    }
}
