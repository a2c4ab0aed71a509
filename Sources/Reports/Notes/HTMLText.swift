/// Plain text out of the little HTML that exports put into notes.
enum HTMLText {
    /// Tags vanish, those that end a line or block become new lines, entities become their characters.
    static func plain(_ html: String) -> String {
        guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return html }
        var text = ""
        var rest = html[...]
        while let mark = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
            text += rest[..<mark]
            let (replacement, length) = rest[mark] == "<" ? tag(rest[mark...]) : entity(rest[mark...])
            text += replacement
            rest = rest[rest.index(mark, offsetBy: length)...]
        }
        text += rest
        return text.trimmed
    }

    private static func tag(_ text: Substring) -> (String, Int) {
        guard let end = text.firstIndex(of: ">"), let second = text.dropFirst().first,
            second.isLetter || second == "/" || second == "!"
        else { return ("<", 1) }
        let name = text[..<end].dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
        return (lineEndingTags.contains(name) ? "\n" : "", text[...end].count)
    }

    private static let lineEndingTags: Set<String> = [
        "br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table",
    ]

    private static func entity(_ text: Substring) -> (String, Int) {
        guard let end = text.prefix(10).firstIndex(of: ";") else { return ("&", 1) }
        let name = text[..<end].dropFirst()
        let length = name.count + 2
        if let known = entities[String(name)] { return (known, length) }
        guard name.first == "#" else { return ("&", 1) }
        let digits = name.dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, value > 0, let scalar = Unicode.Scalar(value) else { return ("&", 1) }
        return (String(Character(scalar)), length)
    }

    private static let entities = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "pound": "£", "euro": "€", "deg": "°",
        "frac12": "½",
        "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "ndash": "–", "mdash": "—", "hellip": "…", "eacute": "é",
    ]
}
