/// Parts of a schema that come more than once: written once under `$defs`, referred to elsewhere.
struct SharedParts {
    private var counts: [JSONValue: Int] = [:]
    private var names: [JSONValue: String] = [:]
    private var written: [JSONValue.Member] = []

    /// Smaller parts are easier to read where they stand.
    private static let least = 120

    var definitions: JSONValue { .object(written) }

    /// Must have seen all of the schema before `referring` is asked.
    mutating func count(_ value: JSONValue) {
        if isPart(value) {
            counts[value, default: 0] += 1
            if counts[value] != 1 { return }
        }
        switch value {
        case .object(let members): for member in members { count(member.value) }
        case .list(let members): for member in members { count(member) }
        default: break
        }
    }

    mutating func referring(_ value: JSONValue) -> JSONValue {
        guard isPart(value), counts[value, default: 0] > 1 else { return inner(value) }
        if let name = names[value] { return .object(["$ref": .text("#/$defs/\(name)")]) }
        let name = "part\(names.count + 1)"
        names[value] = name
        written.append(.init(name, inner(value)))
        return .object(["$ref": .text("#/$defs/\(name)")])
    }

    private mutating func inner(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members):
            var inner: [JSONValue.Member] = []
            for member in members { inner.append(.init(member.key, referring(member.value))) }
            return .object(inner)
        case .list(let members):
            var inner: [JSONValue] = []
            for member in members { inner.append(referring(member)) }
            return .list(inner)
        default: return value
        }
    }

    /// A schema of its own; maps of `properties` are none.
    private func isPart(_ value: JSONValue) -> Bool {
        guard case .object(let members) = value, members.contains(where: { Self.keywords.contains($0.key) }) else { return false }
        var budget = Self.least
        return Self.exceeds(value, &budget)
    }

    /// Whether the value takes more than so many letters, without writing it down.
    private static func exceeds(_ value: JSONValue, _ budget: inout Int) -> Bool {
        switch value {
        case .text(let text): budget -= text.utf8.count + 2
        case .number, .flag: budget -= 4
        case .list(let members):
            for member in members where exceeds(member, &budget) { return true }
            budget -= 2
        case .object(let members):
            for member in members {
                budget -= member.key.utf8.count + 4
                if exceeds(member.value, &budget) { return true }
            }
        }
        return budget <= 0
    }

    private static let keywords: Set<String> = ["type", "anyOf", "enum", "allOf"]
}
