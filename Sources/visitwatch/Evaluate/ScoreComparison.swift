import Evaluation
import Signals

/// Two configs on the same labelled notes: what got better and what got worse.
struct ScoreComparison {
    let before: ExtractionScore
    let after: ExtractionScore

    private struct Change {
        var concept: Concept
        var before: Tally
        var after: Tally

        var difference: Double { after.f1 - before.f1 }
    }

    /// Concepts and readings that are read in another way, the worst change first.
    private var changes: [Change] {
        let old = Dictionary(uniqueKeysWithValues: Self.tallies(before))
        let new = Dictionary(uniqueKeysWithValues: Self.tallies(after))
        return Set(old.keys).union(new.keys)
            .map { Change(concept: $0, before: old[$0] ?? Tally(), after: new[$0] ?? Tally()) }
            .filter { $0.before != $0.after }
            .sorted { ($0.difference, $0.concept) < ($1.difference, $1.concept) }
    }

    private static func tallies(_ score: ExtractionScore) -> [(Concept, Tally)] {
        score.perConcept.map { ($0.concept, $0.tally) } + score.perReading.map { ($0.kind, $0.tally) }
    }

    private var measures: [(name: String, before: Double, after: Double)] {
        [
            ("F1", before.overall.f1, after.overall.f1),
            ("precision", before.overall.precision, after.overall.precision),
            ("recall", before.overall.recall, after.overall.recall),
            ("macro F1", before.macroF1, after.macroF1),
            ("traps", before.trapScore, after.trapScore),
            ("readings F1", before.readings.f1, after.readings.f1),
        ]
    }

    /// For people; fits 100 columns.
    var text: String {
        var lines = [
            counted(before.noteCount, "note"), "".padded(28) + "before".leading(10) + "after".leading(10) + "change".leading(10),
        ]
        lines += measures.map { row($0.name, $0.before, $0.after) }
        let changes = changes
        lines += ["", changes.isEmpty ? "Every concept is read as before." : "concept (F1)"]
        for change in changes {
            lines.append(
                row(change.concept.rawValue, change.before.f1, change.after.f1)
                    + "   \(signed(change.after.hits - change.before.hits)) right, "
                    + "\(signed(change.after.extras - change.before.extras)) extra")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func row(_ name: String, _ before: Double, _ after: Double) -> String {
        let change = (after - before) * 100
        return name.padded(28) + (tenths(before * 100) + " %").leading(10) + (tenths(after * 100) + " %").leading(10)
            + ((change > 0 ? "+" : "") + tenths(change)).leading(10)
    }

    private func signed(_ count: Int) -> String { count > 0 ? "+\(count)" : String(count) }

    /// One record a line: `overall`, then one `concept` each that changed.
    var ndjson: String {
        let overall = measures.map { measure in
            let name = measure.name.lowercased().replacing(" ", with: "_")
            return "\"\(name)\":{\"before\":\(shortest(measure.before)),\"after\":\(shortest(measure.after))}"
        }
        let concepts = changes.map { change in
            "{\"record\":\"concept\",\"concept\":\"\(change.concept)\",\"before\":\(json(change.before)),"
                + "\"after\":\(json(change.after))}\n"
        }
        return "{\"record\":\"overall\",\"notes\":\(before.noteCount),\(overall.joined(separator: ","))}\n" + concepts.joined()
    }

    private func json(_ tally: Tally) -> String {
        "{\"hits\":\(tally.hits),\"extras\":\(tally.extras),\"misses\":\(tally.misses),\"f1\":\(shortest(tally.f1))}"
    }
}
