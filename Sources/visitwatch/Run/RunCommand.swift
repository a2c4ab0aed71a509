import ArgumentParser
import Casebook
import Digests
import Foundation
import Reports
import Rulebook
import VisitPipeline

/// `visitwatch run`: the scheduled batch.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "The scheduled batch: reads new reports, updates alerts, writes the digests.",
        discussion: """
            Reports that the store knows already are left alone, so that the same files can be run again, and a run that was \
            cut short is simply run again. Digests go to standard output and, in the formats of agency.yaml, to a folder.

              visitwatch run exports/
              zcat week.ndjson.gz | visitwatch run - --store riverside.sqlite
              visitwatch run exports/ --as-of 2026-03-02 --out digests --format ndjson
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var store: StoreOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var asOf: AsOfOption
    @Option(name: .customLong("out"), help: ArgumentHelp("Where the digests go. (default: as in agency.yaml)", valueName: "dir"))
    var folder: String?
    @Option(help: "How the digests are written on standard output.") var format = AgencySettings.DigestFormat.text
    @OptionGroup var quiet: QuietOption

    func validate() throws {
        if input.inputs.isEmpty { throw ValidationError("Name files or folders of reports; - is standard input.") }
    }

    func run() async throws {
        let rulebook = try config.rulebook()
        _ = try RawRecordStream(input.sources, settings: rulebook.intake, format: input.format)
        let book = try Casebook.openForRun(at: store.path)
        let teller = RunTeller(bytes: input.byteCount, isQuiet: quiet.isQuiet)
        let batch = try BatchRun(book: book, rulebook: rulebook, clock: now) { teller.hear($0) }
        var digests = RunDigests()
        let summary = try await batch.run(input.sources, names: input.inputs, format: input.format) { summary in
            teller.end(with: summary)
            digests = try await writeDigests(book, rulebook, summary)
        }
        for page in digests.pages {
            try StandardOutput.write(page.written(as: format, rulebook.words, inColour: Page.inColour))
        }
        if !quiet.isQuiet { for path in digests.paths { Terminal.tell("Digest: \(path)") } }
        if let failure = digests.failure { throw failure }
        if summary.counts.putAside > 0 { throw ExitStatus.incomplete.exitCode }
    }

    /// What came of the digests; that they could not be written does not undo the run.
    private struct RunDigests {
        var pages: [Digest] = []
        var paths: [String] = []
        var failure: Failure?
    }

    private func writeDigests(_ book: Casebook, _ rulebook: Rulebook, _ summary: RunSummary) async throws -> RunDigests {
        // Without a visit there is no day that a digest could be of.
        guard try asOf.instant != nil || book.newestVisit() != nil else { return RunDigests() }
        let making = try DigestMaking(book: book, rulebook: rulebook, asOf: asOf.instant)
        let material = try await making.material(counts: summary.runCounts)
        var digests = RunDigests()
        digests.pages = try making.caseloads().map { caseload in
            DigestBuilder(for: caseload, of: material, budget: rulebook.agency.alertsADay).digest()
        }
        let files = DigestFiles(
            folder: folder ?? rulebook.agency.digest.folder, formats: rulebook.agency.digest.formats, words: rulebook.words)
        do {
            digests.paths = try files.write(digests.pages)
        } catch let failure as Failure {
            digests.failure = failure
        }
        try making.keepShown(material)
        return digests
    }
}

/// By the clock of the machine; it only dates the run's own record.
@Sendable func now() -> Instant { Instant(seconds: Int64(Date().timeIntervalSince1970)) }

extension RunSummary {
    var runCounts: RunCounts {
        RunCounts(
            read: counts.read, accepted: counts.accepted, duplicate: counts.duplicate, corrected: counts.corrected,
            putAside: counts.putAside, tooLate: tooLate)
    }
}
