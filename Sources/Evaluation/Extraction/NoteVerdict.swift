import Reports
package import Signals

/// What extraction got right and wrong in one note.
package struct NoteVerdict: Sendable {
    /// A concept that the label does not have, and the words it was taken from.
    package struct Extra: Sendable {
        package var concept: Concept
        /// The words with a little around them, marked `»…«`.
        package var context: String
        package var source: String
    }

    package let id: String
    package let hits: [Concept]
    package let extras: [Extra]
    package let misses: [Concept]
    /// Traps reported as present or possible.
    package let sprung: [Concept]
    package let traps: Int
    package let readingsByKind: [(kind: Concept, tally: Tally)]
    package let note: String

    package init(_ extraction: ExtractionScore.Extraction) {
        let expected = extraction.note.counting
        let counted = extraction.signals.filter { $0.counts && !$0.concept.isReading }
        let found = Set(counted.map(\.concept))
        id = extraction.note.report.id
        note = extraction.note.report.note
        hits = expected.intersection(found).sorted()
        misses = expected.subtracting(found).sorted()
        extras = found.subtracting(expected).sorted().compactMap { concept in
            counted.first { $0.concept == concept }.map { signal in
                Extra(
                    concept: concept, context: NoteVerdict.context(of: signal, in: extraction.note.report.note),
                    source: signal.source)
            }
        }
        sprung = extraction.note.traps.intersection(found).sorted()
        traps = extraction.note.traps.count
        readingsByKind = NoteVerdict.readings(extraction)
    }

    package var tally: Tally { Tally(hits: hits.count, extras: extras.count, misses: misses.count) }
    package var readings: Tally { readingsByKind.reduce(Tally()) { $0 + $1.tally } }
    package var errors: Int { extras.count + misses.count + readings.extras + readings.misses }

    private static func readings(_ extraction: ExtractionScore.Extraction) -> [(kind: Concept, tally: Tally)] {
        var tallies: [Concept: Tally] = [:]
        var open = extraction.note.readings.filter { !$0.isImplausible }
        for signal in extraction.signals where signal.concept.isReading && signal.counts {
            if let index = open.firstIndex(where: { $0.agrees(with: signal) }) {
                open.remove(at: index)
                tallies[signal.concept, default: Tally()].hits += 1
            } else {
                tallies[signal.concept, default: Tally()].extras += 1
            }
        }
        for reading in open { tallies[reading.kind, default: Tally()].misses += 1 }
        return tallies.sorted { $0.key < $1.key }.map { (kind: $0.key, tally: $0.value) }
    }

    private static func context(of signal: Signal, in note: String, around width: Int = 30) -> String {
        let bytes = Array(note.utf8)
        guard 0 <= signal.start, signal.start <= signal.end, signal.end <= bytes.count else { return "" }
        func text(_ range: Range<Int>) -> String {
            String(decoding: bytes[range], as: UTF8.self).replacing("\n", with: " ").replacing("\u{FFFD}", with: "")
        }
        let before = max(0, signal.start - width)..<signal.start
        let after = signal.end..<min(bytes.count, signal.end + width)
        return text(before) + "»" + text(signal.start..<signal.end) + "«" + text(after)
    }
}
