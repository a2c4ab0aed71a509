/// Reads a map with known keys and remembers which keys were asked for.
package final class ConfigMap {
    package let place: ConfigPlace
    package let problems: ConfigProblems
    private let entries: [ConfigNode.Entry]
    private var asked: [String] = []

    init(_ entries: [ConfigNode.Entry], at place: ConfigPlace, problems: ConfigProblems) {
        self.entries = entries
        self.place = place
        self.problems = problems
    }

    /// The value of a key that may be left out.
    package func optional(_ key: String) -> ConfigNode? {
        asked.append(key)
        return entries.first { $0.key == key }?.value
    }

    /// The value of a key that must be there; reports it when it is not.
    package func required(_ key: String) -> ConfigNode? {
        if let node = optional(key) { return node }
        missing.append(key)
        return nil
    }

    /// Where a key stands, else where the map begins.
    package func place(of key: String) -> ConfigPlace {
        entries.first { $0.key == key }?.keyPlace ?? place
    }

    package func string(_ key: String) -> String? { required(key)?.string(problems) }
    package func int(_ key: String, in range: ClosedRange<Int>? = nil) -> Int? {
        required(key)?.int(problems, in: range)
    }
    package func double(_ key: String, in range: ClosedRange<Double>? = nil) -> Double? {
        required(key)?.double(problems, in: range)
    }
    package func bool(_ key: String) -> Bool? { required(key)?.bool(problems) }
    package func strings(_ key: String) -> [String]? { required(key)?.strings(problems) }

    package func string(_ key: String, else fallback: String) -> String {
        optional(key).map { $0.string(problems) ?? fallback } ?? fallback
    }
    package func int(_ key: String, in range: ClosedRange<Int>? = nil, else fallback: Int) -> Int {
        optional(key).map { $0.int(problems, in: range) ?? fallback } ?? fallback
    }
    package func double(_ key: String, in range: ClosedRange<Double>? = nil, else fallback: Double) -> Double {
        optional(key).map { $0.double(problems, in: range) ?? fallback } ?? fallback
    }
    package func bool(_ key: String, else fallback: Bool) -> Bool {
        optional(key).map { $0.bool(problems) ?? fallback } ?? fallback
    }
    package func strings(_ key: String, else fallback: [String]) -> [String] {
        optional(key).map { $0.strings(problems) ?? fallback } ?? fallback
    }

    private var missing: [String] = []

    /// A misspelt key is reported once, as unknown: not a second time as missing.
    func reportUnknownKeys() {
        let unknown = entries.filter { !asked.contains($0.key) }
        let free = asked.filter { key in !entries.contains { $0.key == key } }
        var explained: Set<String> = []
        for entry in unknown {
            let suggestion = nearestName(to: entry.key, in: free) ?? nearestName(to: entry.key, in: asked)
            if let suggestion { explained.insert(suggestion) }
            problems.report(
                .unknownKey, at: entry.keyPlace, "unknown key \"\(entry.key)\"",
                expected: suggestion == nil ? keysInWords : nil, suggestion: suggestion)
        }
        for key in missing where !explained.contains(key) {
            problems.report(.missingKey, at: place, "key \"\(key)\" is missing", mend: "Add \"\(key): …\" here.")
        }
    }

    private var keysInWords: String {
        var seen: Set<String> = []
        let known = asked.filter { seen.insert($0).inserted }
        return known.isEmpty ? "no key at all" : (known.count == 1 ? "" : "one of ") + known.joined(separator: ", ")
    }
}
