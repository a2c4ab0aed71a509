/// Markup that is safe by its type: a string put into it is escaped, only other markup is not.
struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
    private(set) var source: String

    init(stringLiteral source: String) { self.source = source }

    init(stringInterpolation: Interpolation) { source = stringInterpolation.source }

    struct Interpolation: StringInterpolationProtocol {
        var source: String

        init(literalCapacity: Int, interpolationCount: Int) {
            source = ""
            source.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        mutating func appendLiteral(_ literal: String) { source += literal }
        mutating func appendInterpolation(_ text: String) { source += HTML.escaped(text) }
        mutating func appendInterpolation(_ number: Int) { source += String(number) }
        mutating func appendInterpolation(_ markup: HTML) { source += markup.source }
        mutating func appendInterpolation(_ markup: HTML?) { source += markup?.source ?? "" }
        mutating func appendInterpolation(_ markups: [HTML]) { markups.forEach { source += $0.source } }
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.displayable.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    static func + (a: HTML, b: HTML) -> HTML {
        var sum = a
        sum.source += b.source
        return sum
    }
}
