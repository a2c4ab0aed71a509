import Signals

/// Words of a carer with slots, and what they say.
struct Phrase: Sendable {
    enum Part: Sendable {
        case words(String)
        case slot(String)
    }

    var parts: [Part]
    var labels: [Label]
    /// Empty: said everywhere.
    var regions: Set<Region>
    /// nil: said in any register.
    var register: Register?

    struct Label: Hashable, Sendable {
        var assertion: Assertion
        var concept: Concept
    }
}

/// The English that a carer writes; also steers units.
package enum Region: String, CaseIterable, Sendable {
    case uk = "UK"
    case us = "US"
    case ie = "IE"
    case au = "AU"
    case nz = "NZ"
}

/// How a carer writes.
enum Register: String, CaseIterable, Sendable { case plain, terse, chatty, formal }

extension Phrase {
    /// Reads `words | tags`; `key` is the concept that an untagged phrase of its bank says.
    init(_ text: String, key: Concept?, assertion: Assertion) throws(BadPhrase) {
        let halves = text.split(separator: " | ", maxSplits: 1)
        parts = try Phrase.parts(of: String(halves[0]))
        labels = []
        regions = []
        register = nil
        var isSuspected = false
        for tag in halves.dropFirst().flatMap({ $0.split(separator: ",") }).map({ $0.trimmingPrefix(" ") }) {
            let tag = String(tag)
            if tag == "?" {
                isSuspected = true
            } else if let region = Region(rawValue: tag) {
                regions.insert(region)
            } else if let named = Register(rawValue: tag) {
                register = named
            } else {
                labels.append(try Phrase.label(tag, assertion: assertion))
            }
        }
        if let key { labels.insert(Label(assertion: isSuspected ? .possible : .present, concept: key), at: 0) }
    }

    private static func label(_ tag: String, assertion: Assertion) throws(BadPhrase) -> Label {
        let pair = tag.split(separator: ":")
        guard let concept = pair.last, concept.contains(".") else { throw BadPhrase(reason: "unknown tag \"\(tag)\"") }
        guard pair.count == 2 else { return Label(assertion: assertion, concept: Concept(String(concept))) }
        guard let named = Assertion(rawValue: String(pair[0])) else {
            throw BadPhrase(reason: "unknown assertion in \"\(tag)\"")
        }
        return Label(assertion: named, concept: Concept(String(concept)))
    }

    private static func parts(of words: String) throws(BadPhrase) -> [Part] {
        var parts: [Part] = []
        var rest = Substring(words)
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { throw BadPhrase(reason: "\"{\" without \"}\"") }
            if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
            parts.append(.slot(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.words(String(rest))) }
        return parts
    }
}

/// Why the phrase banks cannot be used.
package struct BadPhrase: Error, CustomStringConvertible {
    package var section = ""
    package var key = ""
    package var reason: String

    package var description: String { "simulation phrases, \(section), \(key): \(reason)" }
}
