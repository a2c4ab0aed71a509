import Signals

extension ExtractionScore {
    /// One record a line: `overall`, one `concept` each, one `reading` each, the non-empty `confusion` cells, one `note` each with errors.
    package var ndjson: String {
        var lines = [overallLine]
        lines += perConcept.map { line("concept", $0.concept.rawValue, $0.tally) }
        lines += perReading.map { line("reading", $0.kind.rawValue, $0.tally) }
        lines += confusionLines
        lines += worst.map(noteLine)
        return lines.map { $0 + "\n" }.joined()
    }

    private var overallLine: String {
        var line = JSONText()
        line.add("record", "overall")
        line.add("notes", noteCount)
        add(overall, to: &line)
        line.add("precision_interval", overall.precisionInterval)
        line.add("recall_interval", overall.recallInterval)
        line.add("f1_interval", f1Interval)
        line.add("macro_f1", raw: JSONText.rounded(macroF1))
        line.add("traps", traps)
        line.add("traps_avoided", trapsAvoided)
        line.add("trap_score", raw: JSONText.rounded(trapScore))
        line.add("trap_interval", Interval.share(trapsAvoided, of: traps))
        line.add("readings_f1", raw: JSONText.rounded(readings.f1))
        return line.line
    }

    private func line(_ record: String, _ name: String, _ tally: Tally) -> String {
        var line = JSONText()
        line.add("record", record)
        line.add("concept", name)
        add(tally, to: &line)
        return line.line
    }

    private func add(_ tally: Tally, to line: inout JSONText) {
        line.add("labelled", tally.labelled)
        line.add("hits", tally.hits)
        line.add("extras", tally.extras)
        line.add("misses", tally.misses)
        line.add("precision", raw: JSONText.rounded(tally.precision))
        line.add("recall", raw: JSONText.rounded(tally.recall))
        line.add("f1", raw: JSONText.rounded(tally.f1))
    }

    private var confusionLines: [String] {
        AssertionConfusion.labels.flatMap { label in
            AssertionConfusion.labels.compactMap { found in
                let count = confusion.count(label: label, found: found)
                guard count > 0 else { return nil }
                var line = JSONText()
                line.add("record", "confusion")
                line.add("label", label?.rawValue ?? "none")
                line.add("found", found?.rawValue ?? "none")
                line.add("count", count)
                return line.line
            }
        }
    }

    private func noteLine(_ verdict: NoteVerdict) -> String {
        var line = JSONText()
        line.add("record", "note")
        line.add("id", verdict.id)
        line.add("missed", verdict.misses.map(\.rawValue))
        line.add("extra", verdict.extras.map(\.concept.rawValue))
        line.add("extra_context", verdict.extras.map(\.context))
        line.add("traps_sprung", verdict.sprung.map(\.rawValue))
        line.add("readings_missed", verdict.readings.misses)
        line.add("readings_extra", verdict.readings.extras)
        return line.line
    }
}
