import ArgumentParser
import Casebook
import Foundation
import Reports
import Rulebook
import Signals

/// `visitwatch rules explain`: why a note is read so, why an alert was raised, what a rule is in effect.
struct RulesExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Why a note is read as it is, why an alert was raised, or what a rule is in effect and where it is written.",
        discussion: """
              visitwatch rules explain --note "Nearly fell, did not hurt herself" --region UK
              visitwatch rules explain a_7f3c0e5d
              visitwatch rules explain medication-not-taken-rising --config mine

            Of a note: its words as the lexicon sees them, what matched, what turned it, the signals. An alert is explained by \
            the rulebook that raised it, from the store alone.

            In the words line, · is a word that no phrase knows, # a number, and , : . are borders.
            """)

    @Argument(help: "The id of an alert, rule, measure or plan change; without it, a note is explained.") var subject: String?
    @OptionGroup var config: ConfigOption
    @OptionGroup var store: StoreOption
    @Option(help: "The note; standard input when it is left out.") var note: String?
    @Option(help: "The region of the report, e.g. UK; steers units and spelling.") var region: String?
    @Option(help: "For people (text) or for programs (ndjson: the record of extract).") var format = OutputFormat.text

    func run() throws {
        guard let subject else { return try explainNote() }
        if subject.hasPrefix("a_") {
            let book = try Casebook.openForReading(at: store.path)
            guard let explanation = try AlertExplanation(subject, in: book, config: config) else {
                throw Failure.refused("There is no alert \(printable(subject)). See: visitwatch alerts list --withdrawn")
            }
            return try StandardOutput.write(format == .text ? explanation.text : explanation.ndjson)
        }
        try explainRule(subject)
    }

    private func explainRule(_ id: String) throws {
        let rulebook = try config.rulebook()
        guard let explanation = RuleExplanation(id, in: rulebook) else {
            let places = rulebook.places
            let known = Array(places.rules.keys) + Array(places.measures.keys) + Array(places.planChanges.keys)
            let hint = nearestName(to: id, in: known).map { " Did you mean \($0)?" } ?? ""
            throw Failure.refused("No alert, rule, measure or plan change is called \(printable(id)).\(hint)")
        }
        let lines = explanation.parts.map { part in
            format == .text
                ? "  " + part.key.padded(16) + printable(part.value).padded(48) + "  \(part.place.file):\(part.place.line)"
                : JSONValue.object([
                    "key": .text(part.key), "value": .text(part.value), "file": .text(part.place.file),
                    "line": .number(Double(part.place.line)),
                ]).written()
        }
        let head = format == .text ? ["\(explanation.kind) \(id)"] : []
        try StandardOutput.write((head + lines).map { $0 + "\n" }.joined())
    }

    private func explainNote() throws {
        let rulebook = try config.rulebook()
        let lexicon = try rulebook.lexicon()
        let region = region ?? rulebook.intake.region
        let text = try note ?? standardInput()
        var reader = SignalExtractor(lexicon).makeReader()
        let reading = reader.read(text, region: region)
        switch format {
        case .text:
            try StandardOutput.write(
                NoteExplanation(note: text, reading: reading, lexicon: lexicon, entries: rulebook.lexiconSource.entries).text)
        case .ndjson:
            let report = VisitReport(id: "note", client: "note", note: text, start: Instant(seconds: 0), region: region)
            var line: [UInt8] = []
            ExtractedReport(report: report, signals: reading.signals).appendNDJSON(to: &line)
            try StandardOutput.write(String(decoding: line, as: UTF8.self))
        }
    }

    private func standardInput() throws -> String {
        let bytes = try FileHandle.standardInput.readToEnd() ?? Data()
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure.refused("The note on standard input is no UTF-8 text. Nothing was read.")
        }
        return text
    }
}
