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
            ? counting.contains(label.concept) : labels[label.assertion]?.contains(label.concept) ?? false
        if !isKnown { labels[label.assertion, default: []].append(label.concept) }
    }

    /// Whether a trap would contradict the note, or a phrase deny what the note tells.
    func contradicts(_ phrase: Phrase) -> Bool {
        let counting = counting
        let denied = Set(labels[.absent] ?? [])
        return phrase.labels.contains { label in
            switch label.assertion {
            case .absent: counting.contains(label.concept)
            case .present, .possible: denied.contains(label.concept)
            case .historical, .hypothetical, .other: false
            }
        }
    }
}
