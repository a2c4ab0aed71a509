import Alerts

/// What a test expects of its rule: `nothing`, or episodes such as `high alert at visit 26, urgent at visit 30, closed at visit 45`,
/// with `;` between two. What is left out may be anything.
package struct Expectation: Hashable, Sendable {
    package struct Episode: Hashable, Sendable {
        var severity: Severity?
        var place: Place?
        var raised: [Step] = []
        var closing = Closing.any
    }

    enum Closing: Hashable, Sendable {
        case any, open
        /// At that visit; nil: at any.
        case closed(Place?)
    }

    struct Step: Hashable, Sendable {
        var severity: Severity
        var place: Place?
    }

    enum Place: Hashable, Sendable {
        case atVisit(Int)
        /// That visit at the latest.
        case byVisit(Int)
        /// Between two visits: that long after the first of them.
        case afterVisit(Int)

        func holds(_ other: Place) -> Bool {
            switch (self, other) {
            case (.byVisit(let latest), .atVisit(let visit)), (.byVisit(let latest), .afterVisit(let visit)): visit <= latest
            default: self == other
            }
        }

        var words: String {
            switch self {
            case .atVisit(let visit): "at visit \(visit)"
            case .byVisit(let visit): "by visit \(visit)"
            case .afterVisit(let visit): "after visit \(visit)"
            }
        }
    }

    var episodes: [Episode]
    /// As written.
    package var text: String

    static let expected = "\"nothing\", or for example \"high alert at visit 26, closed at visit 45\""

    /// Nil where the text is no expectation.
    package init?(_ text: String) {
        self.text = text
        guard text != "nothing" else {
            episodes = []
            return
        }
        episodes = []
        for part in text.split(separator: ";") {
            guard let episode = Self.episode(part) else { return nil }
            episodes.append(episode)
        }
        if episodes.isEmpty { return nil }
    }

    private static func episode(_ text: Substring) -> Episode? {
        var clauses = text.split(separator: ",").map { $0.split(separator: " ").map(String.init) }
        guard !clauses.isEmpty else { return nil }
        var first = clauses.removeFirst()
        var episode = Episode()
        if first.first != "alert" {
            guard let severity = first.first.flatMap(Severity.init(rawValue:)) else { return nil }
            episode.severity = severity
            first.removeFirst()
        }
        guard first.first == "alert", let place = place(first.dropFirst()) else { return nil }
        episode.place = place
        for clause in clauses {
            guard let word = clause.first, let place = Self.place(clause.dropFirst()) else { return nil }
            switch word {
            case "closed": episode.closing = .closed(place)
            case "open" where clause.count == 1: episode.closing = .open
            default:
                guard let severity = Severity(rawValue: word) else { return nil }
                episode.raised.append(Step(severity: severity, place: place))
            }
        }
        return episode
    }

    /// `at visit 3`, or nothing: `.some(nil)`; nil where it is something else.
    private static func place(_ words: ArraySlice<String>) -> Place?? {
        guard let kind = words.first else { return .some(nil) }
        let rest = Array(words.dropFirst())
        guard rest.count == 2, rest[0] == "visit", let visit = Int(rest[1]), visit > 0 else { return nil }
        switch kind {
        case "at": return .atVisit(visit)
        case "by": return .byVisit(visit)
        case "after": return .afterVisit(visit)
        default: return nil
        }
    }
}
