package import Signals

/// The words of simulated notes by what they say; made from `config/simulation.yaml`.
package struct PhraseBanks: Sendable {
    /// What is said in a region, by section and key.
    private var banks: [Region: [String: [Phrase]]] = [:]
    private var lists: [Region: [String: [String]]] = [:]
    private var replacements: [String: [Replacement]] = [:]

    struct Choice: Sendable {
        var text: String
        var regions: Set<Region>
    }

    struct Replacement: Sendable {
        var written: String
        var instead: String
    }

    /// Section → key → phrases, as the file has them.
    package init(_ sections: [String: [String: [String]]]) throws(BadPhrase) {
        for (section, keys) in sections {
            for (key, texts) in keys {
                do throws(BadPhrase) {
                    try add(texts, section: section, key: key)
                } catch {
                    throw BadPhrase(section: section, key: key, reason: error.reason)
                }
            }
        }
        for section in ["phrases", "traps", "fillers", "slots", "names", "templates"] where sections[section] == nil {
            throw BadPhrase(section: section, reason: "the section is missing")
        }
    }

    private mutating func add(_ texts: [String], section: String, key: String) throws(BadPhrase) {
        switch section {
        case "slots", "names", "templates":
            let choices = texts.map(PhraseBanks.choice)
            for region in Region.allCases {
                let words = choices.filter { $0.regions.isEmpty || $0.regions.contains(region) }.map(\.text)
                lists[region, default: [:]][section + "/" + key] = words
            }
        case "shorthand", "misspellings":
            replacements[section + "/" + key] = try texts.map { text throws(BadPhrase) in
                let pair = text.split(separator: "=").map(String.init)
                guard pair.count == 2 else { throw BadPhrase(reason: "expected \"written=instead\"") }
                return Replacement(written: pair[0], instead: pair[1])
            }
        default:
            let concept = section == "phrases" ? Concept(key) : nil
            let assertion = section == "traps" ? Assertion(rawValue: key) ?? .present : .present
            let phrases = try texts.map { text throws(BadPhrase) in
                try Phrase(text, key: concept, assertion: assertion)
            }
            for region in Region.allCases {
                let said = phrases.filter { $0.regions.isEmpty || $0.regions.contains(region) }
                banks[region, default: [:]][section + "/" + key] = said
            }
        }
    }

    private static func choice(_ text: String) -> Choice {
        let halves = text.split(separator: " | ", maxSplits: 1)
        let regions = halves.dropFirst().flatMap { $0.split(separator: ",") }.compactMap { Region(rawValue: String($0)) }
        return Choice(text: halves.first.map(String.init) ?? "", regions: Set(regions))
    }

    /// The phrases of a bank that are said in a region.
    func phrases(_ path: String, region: Region) -> [Phrase] { banks[region]?[path] ?? [] }

    /// The words of a list that are used in a region.
    func words(_ path: String, region: Region) -> [String] { lists[region]?[path] ?? [] }

    func shorthand(region: Region) -> [Replacement] {
        (replacements["shorthand/any"] ?? []) + (replacements["shorthand/" + region.rawValue] ?? [])
    }

    var misspellings: [Replacement] { replacements["misspellings/any"] ?? [] }

    /// Concepts that can be said, in order.
    package var concepts: [Concept] {
        (banks[.uk] ?? [:]).keys.filter { $0.hasPrefix("phrases/") }.map { Concept(String($0.dropFirst(8))) }.sorted()
    }
}
