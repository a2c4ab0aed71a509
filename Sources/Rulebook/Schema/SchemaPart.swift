/// A part of a JSON Schema (draft 2020-12) for what one config reader takes.
struct SchemaPart: Hashable, Sendable {
    /// Keyword by keyword.
    var keywords: [JSONValue.Member]
    /// What may be left out, or taken away with an empty value, in a file that extends the built-in one.
    fileprivate var overlaid: [JSONValue.Member]?

    init(_ keywords: [JSONValue.Member], overlaid: [JSONValue.Member]? = nil) {
        self.keywords = keywords
        self.overlaid = overlaid
    }

    var json: JSONValue { .object(keywords) }

    /// The same part in an overlay.
    var inOverlay: JSONValue { .object(overlaid ?? keywords) }

    func about(_ words: String) -> SchemaPart {
        let description = JSONValue.Member("description", .text(words))
        return SchemaPart([description] + keywords, overlaid: overlaid.map { [description] + $0 })
    }
}

/// Scalars as the readers take them.
extension SchemaPart {
    static let text = SchemaPart([.init("type", ["string", "number", "boolean"]), .init("minLength", 1)])

    static func matching(_ pattern: String, _ words: String) -> SchemaPart {
        SchemaPart([.init("type", "string"), .init("pattern", .text(pattern)), .init("description", .text(words))])
    }

    static func choice(_ names: [String]) -> SchemaPart {
        names.isEmpty ? text : SchemaPart([.init("enum", .list(names.map { .text($0) }))])
    }

    static let yesOrNo = SchemaPart([
        .init("enum", [true, false, "yes", "no", "on", "off", "true", "false", "Yes", "No", "YES", "NO"])
    ])

    static func whole(_ range: ClosedRange<Int>) -> SchemaPart {
        SchemaPart([
            .init("type", "integer"), .init("minimum", .number(Double(range.lowerBound))),
            .init("maximum", .number(Double(range.upperBound))),
        ])
    }

    static func number(_ range: ClosedRange<Double>? = nil) -> SchemaPart {
        let bounds: [JSONValue.Member] =
            range.map { [.init("minimum", .number($0.lowerBound)), .init("maximum", .number($0.upperBound))] } ?? []
        return SchemaPart([.init("type", "number")] + bounds)
    }

    static let days = matching(#"^\s*\d+(\.\d+)?\s+(hour|day|week)s?\s*$"#, "a time such as \"7 days\" or \"72 hours\"")
    static let oneIn = matching(#"^\s*\d+(\.\d+)?\s+in\s+\d+(\.\d+)?\s*$"#, "a frequency such as \"1 in 30\"")
    static let budget = matching(
        #"^\s*\d+(\.\d+)?\s+per\s+(\d+(\.\d+)?\s+)?(client-)?(year|month|week|day)s?\s*$"#,
        "a false-alert budget such as \"1 per 2 client-years\"")

    static func count(of unit: String) -> SchemaPart {
        matching(#"^\s*\d+\s+\#(unit)s?\s*$"#, "a number such as \"20 \(unit)s\"")
    }

    /// A text with `{placeholders}` of a closed set.
    static func sentence(_ placeholders: [String]) -> SchemaPart {
        matching(
            #"^([^{}]|\{(\#(placeholders.joined(separator: "|")))\})+$"#,
            "may hold " + placeholders.map { "{\($0)}" }.joined(separator: " "))
    }
}

/// Lists and maps.
extension SchemaPart {
    static func list(_ member: SchemaPart, _ counts: ClosedRange<Int>? = nil) -> SchemaPart {
        func keywords(_ items: JSONValue) -> [JSONValue.Member] {
            let bounds: [JSONValue.Member] =
                counts.map { range in
                    [.init("minItems", .number(Double(range.lowerBound)))]
                        + (range.upperBound < Int.max ? [.init("maxItems", .number(Double(range.upperBound)))] : [])
                } ?? []
            return [.init("type", "array"), .init("items", items)] + bounds
        }
        return SchemaPart(keywords(member.json), overlaid: keywords(member.inOverlay))
    }

    /// A map whose keys are names of the agency's own choosing.
    static func names(_ value: SchemaPart, keys: String? = nil) -> SchemaPart {
        func keywords(_ value: JSONValue) -> [JSONValue.Member] {
            let names: [JSONValue.Member] = keys.map { [.init("propertyNames", .object(["pattern": .text($0)]))] } ?? []
            return [.init("type", "object"), .init("additionalProperties", value)] + names
        }
        return SchemaPart(keywords(value.json), overlaid: keywords(.orNothing(value.inOverlay)))
    }

    /// A map of known keys.
    static func map(
        _ required: KeyValuePairs<String, SchemaPart>, optional: KeyValuePairs<String, SchemaPart> = [:]
    ) -> SchemaPart {
        map(required.map { ($0.key, $0.value) }, optional: optional.map { ($0.key, $0.value) })
    }

    static func map(_ required: [(String, SchemaPart)], optional: [(String, SchemaPart)] = []) -> SchemaPart {
        let all = required + optional
        let full: [JSONValue.Member] = [
            .init("type", "object"), .init("properties", .object(all.map { .init($0.0, $0.1.json) })),
            .init("required", .list(required.map { .text($0.0) })), .init("additionalProperties", false),
        ]
        var loose = required.map { JSONValue.Member($0.0, $0.1.inOverlay) }
        loose += optional.map { JSONValue.Member($0.0, .orNothing($0.1.inOverlay)) }
        for (key, part) in all where part.isList { loose.append(.init(key + "+", part.inOverlay)) }
        if all.contains(where: { $0.0 == "id" }) { loose.append(.init("remove", .object(["enum": ["yes", true]]))) }
        let overlaid: [JSONValue.Member] = [
            .init("type", "object"), .init("properties", .object(loose)), .init("additionalProperties", false),
        ]
        return SchemaPart(full, overlaid: overlaid)
    }

    /// At least one of the optional keys must be there, in a file of its own.
    func needing(oneOf keys: [String]) -> SchemaPart {
        let choices = keys.map { JSONValue.object(["required": .list([.text($0)])]) }
        return SchemaPart(keywords + [.init("anyOf", .list(choices))], overlaid: overlaid)
    }

    static func either(_ parts: [SchemaPart]) -> SchemaPart {
        SchemaPart([.init("anyOf", .list(parts.map(\.json)))], overlaid: [.init("anyOf", .list(parts.map(\.inOverlay)))])
    }

    /// A list, or something that may be written as one.
    private var isList: Bool { json.isList }
}

extension JSONValue {
    fileprivate var isList: Bool {
        guard case .object(let members) = self else { return false }
        return members.contains { member in
            if case .list(let choices) = member.value, member.key == "anyOf" { return choices.contains(where: \.isList) }
            return member == .init("type", "array")
        }
    }

    /// Or an empty value, which takes the built-in entry away.
    fileprivate static func orNothing(_ value: JSONValue) -> JSONValue {
        .object(["anyOf": [.object(["type": "null"]), value]])
    }
}
