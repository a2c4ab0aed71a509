/// A particular that the note gives beside a finding: how much, how often, where, which, and what was done.
package struct SignalDetail: Hashable, Sendable {
    /// In the order in which they are written out.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case degree, amount, count, site, side, medicine, time, carers, next
    }

    package var kind: Kind
    /// As `details.yaml` names it, e.g. `severe`, `3`, `left`; the words themselves where it says `as-written`.
    package var value: String

    package init(kind: Kind, value: String) {
        self.kind = kind
        self.value = value
    }
}

/// One way to say a particular.
package struct DetailWording: Hashable, Sendable {
    package var phrase: PhraseSource
    package var kind: SignalDetail.Kind
    /// nil: the words as they stand.
    package var value: String?

    package init(phrase: PhraseSource, kind: SignalDetail.Kind, value: String?) {
        self.phrase = phrase
        self.kind = kind
        self.value = value
    }
}

/// Some kinds of details.
struct DetailKinds: Sendable {
    private var bits: UInt16 = 0

    /// Those that are told of a concept; takers are concepts or `domain.*`.
    init(of concept: Concept, _ takers: [SignalDetail.Kind: [String]]) {
        for (place, kind) in SignalDetail.Kind.allCases.enumerated() {
            let isTaken = takers[kind]?.contains { $0 == concept.rawValue || $0 == concept.domain + ".*" } ?? false
            if isTaken { bits |= 1 << UInt16(place) }
        }
    }

    func contains(_ kind: SignalDetail.Kind) -> Bool {
        bits & 1 << UInt16(SignalDetail.Kind.allCases.firstIndex(of: kind) ?? 0) != 0
    }
}
