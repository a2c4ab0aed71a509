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
        for scalar in text.displayable.unicodeScalars {
            if isMarkup(scalar) || opensBlock(scalar, after: escaped) || opensLink(scalar, after: escaped) { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }

    private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
        "\\`*_[]<>#|~&$!@".unicodeScalars.contains(scalar)
    }

    /// A list, a heading's underline or a rule, at the start of a line.
    private static func opensBlock(_ scalar: Unicode.Scalar, after text: String) -> Bool {
        text.isEmpty ? "-+=".unicodeScalars.contains(scalar) : (scalar == "." || scalar == ")") && text.allSatisfy(\.isNumber)
    }

    private static func opensLink(_ scalar: Unicode.Scalar, after text: String) -> Bool {
        (scalar == "/" && text.hasSuffix(":")) || (scalar == "." && text.lowercased().hasSuffix("www"))
    }
}
