import ArgumentParser
import Evaluation
import Foundation
import Rulebook
import Signals

/// `visitwatch evaluate`: extraction against labelled notes, or alerts against the truth about simulated clients.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Precision, recall and F1 of extraction against labelled notes; alerts against simulated truth.",
        discussion: """
              visitwatch evaluate labelled.ndjson
              visitwatch evaluate labelled.ndjson --compare config-new
              visitwatch alerts list --format ndjson > alerts.ndjson
              visitwatch evaluate --clients truth.ndjson --alerts alerts.ndjson

            A labelled note is a report as NDJSON with its concepts in lists called present, possible, absent, historical, \
            hypothetical and other, and its readings as {"kind","value","unit"}.
            """)

    @Argument(help: "NDJSON files of labelled notes.", completion: .file()) var labelled: [String] = []
    @OptionGroup var config: ConfigOption
    @Option(help: ArgumentHelp("A second config to hold against the first.", valueName: "dir")) var compare: String?
    @Option(help: ArgumentHelp("The truth about simulated clients, as simulate writes it.", valueName: "truth"))
    var clients: String?
    @Option(help: ArgumentHelp("Alerts as alerts list --format ndjson writes them.", valueName: "file")) var alerts: String?
    @Option(help: "How many notes to show that were read worst.") var worst = 10
    @Option(help: "For people (text) or for programs (ndjson).") var format = OutputFormat.text

    func validate() throws {
        if (clients == nil) != (alerts == nil) { throw ValidationError("--clients and --alerts go together.") }
        if labelled.isEmpty && clients == nil {
            throw ValidationError("Name files of labelled notes, or --clients and --alerts.")
        }
        if !labelled.isEmpty && clients != nil {
            throw ValidationError("Labelled notes and --clients are two evaluations: run them one by one.")
        }
    }

    func run() async throws {
        if let clients, let alerts { return try evaluate(clients: clients, alerts: alerts) }
        let notes = try labelled.flatMap { path in try readRecords(path) { try LabelledNote.notes(inNDJSON: $0) } }
        let score = try await score(notes, folder: config.folder)
        guard let compare else {
            return try StandardOutput.write(format == .ndjson ? score.ndjson : score.text(worstNotes: worst))
        }
        let comparison = ScoreComparison(before: score, after: try await self.score(notes, folder: compare))
        try StandardOutput.write(format == .ndjson ? comparison.ndjson : comparison.text)
    }

    private func score(_ notes: [LabelledNote], folder: String?) async throws -> ExtractionScore {
        let lexicon = try Rulebook.load(folder: folder).lexicon()
        var remaining = stride(from: 0, to: notes.count, by: 200).map { notes[$0..<min($0 + 200, notes.count)] }[...]
        var extractions: [ExtractionScore.Extraction] = []
        try await inOrder(
            workers: Array(
                repeating: SignalExtractor(lexicon).makeReader(), count: ProcessInfo.processInfo.activeProcessorCount),
            next: { remaining.popFirst() },
            work: { reader, notes in
                notes.map { ExtractionScore.Extraction(note: $0, signals: reader.signals(in: $0.report)) }
            },
            each: { extractions += $0 })
        return ExtractionScore(extractions)
    }

    private func evaluate(clients: String, alerts: String) throws {
        let score = ClientScore(
            truths: try readRecords(clients) { try ClientTruth.truths(inNDJSON: $0) },
            alerts: try readRecords(alerts) { try AlertRecord.alerts(inNDJSON: $0) })
        try StandardOutput.write(format == .ndjson ? score.ndjson : score.text)
    }
}

/// The records of a file; a line that cannot be read stops all, with its place.
private func readRecords<Record>(_ path: String, _ read: (Data) throws -> [Record]) throws -> [Record] {
    guard let data = path == "-" ? try FileHandle.standardInput.readToEnd() : FileManager.default.contents(atPath: path) else {
        throw Failure.refused("There is no file \(path) that can be read. Nothing was evaluated; check the path.")
    }
    do {
        return try read(data)
    } catch let error as UnreadableLabel {
        throw Failure.refused("\(path):\(error.line): \(error.reason). Nothing was evaluated; mend the line.")
    }
}
