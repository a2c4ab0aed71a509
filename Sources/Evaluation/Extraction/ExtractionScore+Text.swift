import Signals

extension ExtractionScore {
    /// For people; fits 100 columns but for the words of notes.
    package func text(worstNotes: Int = 10) -> String {
        var lines = summaryLines()
        lines += ["", "concept".padded(28) + "  labelled  hits  extra  missed  precision  recall     F1"]
        for (concept, tally) in perConcept { lines.append(row(concept.rawValue, tally)) }
        if !perReading.isEmpty { lines.append("") }
        for (kind, tally) in perReading { lines.append(row(kind.rawValue, tally)) }
        lines += [""] + confusionLines()
        if worstNotes > 0 && !worst.isEmpty { lines += ["", "Notes with most errors"] }
        for verdict in worst.prefix(worstNotes) { lines += noteLines(verdict) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func summaryLines() -> [String] {
        [
            "\(noteCount) notes, \(overall.labelled) labelled signals",
            "F1          \(percent(overall.f1))  (\(percent(f1Interval)); mean over concepts \(percent(macroF1)))",
            "precision   \(percent(overall.precision))  (\(percent(overall.precisionInterval)))",
            "recall      \(percent(overall.recall))  (\(percent(overall.recallInterval)))",
            "traps       \(percent(trapScore))  (\(percent(.share(trapsAvoided, of: traps)))): \(trapsAvoided) of \(traps) avoided",
            "readings F1 \(percent(readings.f1))  (\(readings.hits) right, \(readings.extras) extra, \(readings.misses) missed)",
        ]
    }

    private func row(_ name: String, _ tally: Tally) -> String {
        name.padded(28) + "  " + String(tally.labelled).leading(8) + "  " + String(tally.hits).leading(4)
            + "  " + String(tally.extras).leading(5) + "  " + String(tally.misses).leading(6)
            + "  " + percent(tally.precision).leading(9) + "  " + percent(tally.recall).leading(6)
            + "  " + percent(tally.f1).leading(6)
    }

    private func confusionLines() -> [String] {
        func name(_ assertion: Assertion?) -> String { assertion?.rawValue ?? "not said" }
        let columns = AssertionConfusion.labels
        var lines = ["labelled \\ found".padded(16) + columns.map { name($0).leading(13) }.joined()]
        for label in AssertionConfusion.labels {
            let cells = columns.map { found in
                label == nil && found == nil ? "" : String(confusion.count(label: label, found: found))
            }
            lines.append(name(label).padded(16) + cells.map { $0.leading(13) }.joined())
        }
        return lines
    }

    private func noteLines(_ verdict: NoteVerdict) -> [String] {
        var lines = ["", "\(verdict.id): \(verdict.note.replacing("\n", with: " / "))"]
        if !verdict.misses.isEmpty { lines.append("  missed  " + verdict.misses.map(\.rawValue).joined(separator: ", ")) }
        for extra in verdict.extras {
            let trap = verdict.sprung.contains(extra.concept) ? " (trap)" : ""
            lines.append("  extra   \(extra.concept)\(trap)  …\(extra.context)…  \(extra.source)")
        }
        for (kind, tally) in verdict.readingsByKind where tally.extras + tally.misses > 0 {
            lines.append("  reading \(kind): \(tally.misses) missed, \(tally.extras) extra")
        }
        return lines
    }
}
