import Alerts

/// What a rule did over a test's history, in the words in which a test expects it.
package struct RuleOutcome: Hashable, Sendable {
    struct Episode: Hashable, Sendable {
        var id: String
        var severity: Severity
        var place: Expectation.Place
        var raised: [(severity: Severity, place: Expectation.Place)] = []
        var closed: Expectation.Place?

        var latest: Severity { raised.last?.severity ?? severity }

        static func == (a: Episode, b: Episode) -> Bool { a.id == b.id && a.words == b.words }
        func hash(into hasher: inout Hasher) { hasher.combine(id) }

        var words: String {
            let opened = "\(severity.rawValue) alert \(place.words)"
            let raised = raised.map { ", \($0.severity.rawValue) \($0.place.words)" }.joined()
            return opened + raised + (closed.map { ", closed \($0.words)" } ?? "")
        }
    }

    var episodes: [Episode] = []

    package var text: String { episodes.isEmpty ? "nothing" : episodes.map(\.words).joined(separator: "; ") }

    package func meets(_ expectation: Expectation) -> Bool {
        episodes.count == expectation.episodes.count && zip(episodes, expectation.episodes).allSatisfy { $0.meets($1) }
    }

    /// Takes in what a visit changed.
    mutating func hear(_ change: AlertChange, at place: Expectation.Place, opened: (Alert) -> Expectation.Place) {
        switch change {
        case .opened(let alert):
            episodes.append(Episode(id: alert.id, severity: alert.severity, place: opened(alert)))
        case .updated(let alert):
            guard let index = episodes.firstIndex(where: { $0.id == alert.id }), alert.severity < episodes[index].latest else {
                return
            }
            episodes[index].raised.append((alert.severity, place))
        case .closed(let alert):
            if let index = episodes.firstIndex(where: { $0.id == alert.id }) { episodes[index].closed = place }
        case .withdrawn(let alert, _): episodes.removeAll { $0.id == alert.id }
        }
    }
}

extension RuleOutcome.Episode {
    fileprivate func meets(_ wish: Expectation.Episode) -> Bool {
        if let severity = wish.severity, severity != self.severity { return false }
        if let place = wish.place, !place.holds(self.place) { return false }
        switch wish.closing {
        case .any: break
        case .open: if closed != nil { return false }
        case .closed(let place):
            guard let closed else { return false }
            if let place, !place.holds(closed) { return false }
        }
        return wish.raised.allSatisfy { step in
            raised.contains { $0.severity == step.severity && (step.place?.holds($0.place) ?? true) }
        }
    }
}
