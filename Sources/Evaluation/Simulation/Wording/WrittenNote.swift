import Signals

/// A note and what it says.
struct WrittenNote: Sendable {
    var text = ""
    var labels: [Assertion: [Concept]] = [:]
    var readings: [LabelledReading] = []

    var counting: Set<Concept> { Set((labels[.present] ?? []) + (labels[.possible] ?? [])) }

    mutating func add(_ label: Phrase.Label) {
        let isKnown =
            label.assertion == .present || label.assertion == .possible
            ? isTold(label.concept) : labels[label.assertion]?.contains(label.concept) ?? false
        if !isKnown { labels[label.assertion, default: []].append(label.concept) }
    }

    /// Whether a trap would contradict the note, or a phrase deny what the note tells.
    func contradicts(_ phrase: Phrase) -> Bool {
        phrase.labels.contains { label in
            switch label.assertion {
            case .absent: isTold(label.concept)
            case .present, .possible: labels[.absent]?.contains(label.concept) ?? false
            case .historical, .hypothetical, .other: false
            }
        }
    }

    private func isTold(_ concept: Concept) -> Bool {
        labels[.present]?.contains(concept) ?? false || labels[.possible]?.contains(concept) ?? false
    }
}
