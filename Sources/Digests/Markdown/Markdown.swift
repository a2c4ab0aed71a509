/// Markdown that is safe by its type: a string put into it shows as written, whatever it holds.
struct Markdown: Hashable, Sendable, ExpressibleByStringInterpolation {
    private(set) var source: String

    init(stringLiteral source: String) { self.source = source }

    init(stringInterpolation: Interpolation) { source = stringInterpolation.source }

    struct Interpolation: StringInterpolationProtocol {
        var source = ""

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { source += literal }
        mutating func appendInterpolation(_ text: String) { source += Markdown.escaped(text) }
        mutating func appendInterpolation(_ number: Int) { source += String(number) }
        mutating func appendInterpolation(_ markup: Markdown) { source += markup.source }
    }

    /// Backslashes before what Markdown, GitHub's tables, maths, HTML and links would act on.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        var previous: Unicode.Scalar?
        for scalar in text.displayable.unicodeScalars {
            let isMarkup = "\\`*_[]<>#|~&$!".unicodeScalars.contains(scalar)
            let opensBlock = escaped.allSatisfy(\.isNumber) && "-+=.):".unicodeScalars.contains(scalar)
            let opensLink = scalar == ":" || scalar == "@" || (scalar == "." && (previous == "w" || previous == "W"))
            if isMarkup || opensBlock || opensLink { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
            previous = scalar
        }
        return escaped
    }
}
