import ChangeDetection
package import Signals

/// How well extraction agrees with labelled notes, scored as the signal catalogue says.
///
/// - A concept counts once a note; present and possible are one.
/// - Traps are concepts that the note mentions only as absent, historical, hypothetical or another's.
/// - An implausible reading is neither expected nor held against the extraction.
package struct ExtractionScore: Sendable {
    /// A labelled note and what was extracted from it.
    package struct Extraction: Sendable {
        package var note: LabelledNote
        package var signals: [Signal]

        package init(note: LabelledNote, signals: [Signal]) {
            self.note = note
            self.signals = signals
        }
    }

    package let noteCount: Int
    package let overall: Tally
    package let perConcept: [(concept: Concept, tally: Tally)]
    package let readings: Tally
    package let perReading: [(kind: Concept, tally: Tally)]
    package let traps: Int
    package let trapsAvoided: Int
    /// Of the overall F1: a bootstrap over notes.
    package let f1Interval: Interval
    package let confusion: AssertionConfusion
    /// Notes with an error, worst first.
    package let worst: [NoteVerdict]

    package init(_ extractions: [Extraction]) {
        let verdicts = extractions.map(NoteVerdict.init)
        noteCount = verdicts.count
        overall = verdicts.reduce(Tally()) { $0 + $1.tally }
        perConcept = ExtractionScore.byConcept(verdicts)
        readings = verdicts.reduce(Tally()) { $0 + $1.readings }
        perReading = ExtractionScore.byReading(verdicts)
        traps = verdicts.reduce(0) { $0 + $1.traps }
        trapsAvoided = verdicts.reduce(0) { $0 + $1.traps - $1.sprung.count }
        f1Interval = ExtractionScore.bootstrap(verdicts.map(\.tally))
        confusion = AssertionConfusion(extractions)
        worst = verdicts.filter { $0.errors > 0 }.sorted { ($1.errors, $0.id) < ($0.errors, $1.id) }
    }

    /// The mean over the concepts that occur in labels.
    package var macroF1: Double {
        let labelled = perConcept.filter { $0.tally.labelled > 0 }
        return labelled.isEmpty ? 1 : labelled.reduce(0) { $0 + $1.tally.f1 } / Double(labelled.count)
    }

    /// The share of traps not reported as present or possible.
    package var trapScore: Double { traps == 0 ? 1 : Double(trapsAvoided) / Double(traps) }

    private static func byConcept(_ verdicts: [NoteVerdict]) -> [(concept: Concept, tally: Tally)] {
        var tallies: [Concept: Tally] = [:]
        for verdict in verdicts {
            for concept in verdict.hits { tallies[concept, default: Tally()].hits += 1 }
            for extra in verdict.extras { tallies[extra.concept, default: Tally()].extras += 1 }
            for concept in verdict.misses { tallies[concept, default: Tally()].misses += 1 }
        }
        return tallies.sorted { $0.key < $1.key }.map { (concept: $0.key, tally: $0.value) }
    }

    private static func byReading(_ verdicts: [NoteVerdict]) -> [(kind: Concept, tally: Tally)] {
        var tallies: [Concept: Tally] = [:]
        for verdict in verdicts {
            for (kind, tally) in verdict.readingsByKind { tallies[kind, default: Tally()] += tally }
        }
        return tallies.sorted { $0.key < $1.key }.map { (kind: $0.key, tally: $0.value) }
    }

    private static func bootstrap(_ tallies: [Tally], rounds: Int = 500) -> Interval {
        guard !tallies.isEmpty else { return Interval(lower: 0, upper: 1) }
        var random = SplitMix64(seed: 1)
        let scores = (0..<rounds).map { _ in
            (0..<tallies.count).reduce(Tally()) { sum, _ in sum + tallies[random.below(tallies.count)] }.f1
        }.sorted()
        return Interval(lower: scores[rounds / 40], upper: scores[rounds - 1 - rounds / 40])
    }
}
