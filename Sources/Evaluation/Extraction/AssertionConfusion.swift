package import Signals

/// How often a concept labelled with one assertion was extracted with another.
package struct AssertionConfusion: Sendable {
    /// Rows: the label; nil for a concept that the note's label does not mention.
    package static let labels: [Assertion?] = Assertion.allCases.map { $0 } + [nil]
    private var counts: [Cell: Int] = [:]

    private struct Cell: Hashable {
        var label: Assertion?
        var found: Assertion?
    }

    package init(_ extractions: [ExtractionScore.Extraction]) {
        for extraction in extractions { add(extraction) }
    }

    /// nil stands for "not mentioned" on both sides.
    package func count(label: Assertion?, found: Assertion?) -> Int { counts[Cell(label: label, found: found)] ?? 0 }

    private mutating func add(_ extraction: ExtractionScore.Extraction) {
        var found: [Concept: Set<Assertion>] = [:]
        for signal in extraction.signals where !signal.concept.isReading && !signal.isImplausible {
            found[signal.concept, default: []].insert(signal.assertion)
        }
        var labelled: Set<Concept> = []
        for assertion in Assertion.allCases {
            for concept in extraction.note.concepts(assertion) {
                labelled.insert(concept)
                let assertions = found[concept] ?? []
                let best = assertions.contains(assertion) ? assertion : Assertion.allCases.first(where: assertions.contains)
                counts[Cell(label: assertion, found: best), default: 0] += 1
            }
        }
        for (concept, assertions) in found where !labelled.contains(concept) {
            counts[Cell(label: nil, found: Assertion.allCases.first(where: assertions.contains)), default: 0] += 1
        }
    }
}
