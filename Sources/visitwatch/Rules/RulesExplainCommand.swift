import ArgumentParser
import Foundation
import Reports
import Rulebook
import Signals

/// `visitwatch rules explain`: how a note is understood, step by step.
struct RulesExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "How a note is understood: its words as the lexicon sees them, what matched, what turned it, the signals.",
        discussion: """
              visitwatch rules explain --note "Nearly fell, did not hurt herself" --region UK

            In the words line, · is a word that no phrase knows, # a number, and , : . are borders.
            """)

    @OptionGroup var config: ConfigOption
    @Option(help: "The note; standard input when it is left out.") var note: String?
    @Option(help: "The region of the report, e.g. UK; steers units and spelling.") var region: String?
    @Option(help: "For people (text) or for programs (ndjson: the record of extract).") var format = OutputFormat.text

    func run() throws {
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
