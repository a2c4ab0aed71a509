/// A sentence with gaps: `{name}` is filled with a value, `{count:one|many}` with the word that suits the number.
struct Template: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case text(String)
        case value(String)
        case plural(String, one: String, many: String)
    }

    let parts: [Part]

    /// Nil when braces do not pair.
    init?(_ source: String) {
        var parts: [Part] = []
        var rest = Substring(source)
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else { return nil }
            if brace > rest.startIndex { parts.append(.text(String(rest[..<brace]))) }
            guard let part = Self.gap(rest[rest.index(after: brace)..<end]) else { return nil }
            parts.append(part)
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        self.parts = parts
    }

    private static func gap(_ source: Substring) -> Part? {
        guard !source.isEmpty, !source.contains("{") else { return nil }
        guard let colon = source.firstIndex(of: ":") else { return .value(String(source)) }
        let forms = source[source.index(after: colon)...].split(separator: "|", omittingEmptySubsequences: false)
        guard colon > source.startIndex, forms.count == 2 else { return nil }
        return .plural(String(source[..<colon]), one: String(forms[0]), many: String(forms[1]))
    }

    var placeholders: [String] {
        parts.compactMap { part in
            switch part {
            case .text: nil
            case .value(let name), .plural(let name, _, _): name
            }
        }
    }

    func filled(with values: [String: String]) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .value(let name): values[name] ?? ""
            case .plural(let name, let one, let many): values[name] == "1" ? one : many
            }
        }.joined()
    }
}
