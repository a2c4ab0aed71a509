import ArgumentParser
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
        let job = RunJob(store: store.path, folder: folder, asOf: asOf.instant, isQuiet: quiet.isQuiet)
        let outcome = try await job.run(
            input.sources, names: input.inputs, format: input.format, byteCount: input.byteCount, under: rulebook)
        for page in outcome.pages {
            try StandardOutput.write(page.written(as: format, rulebook.words, inColour: Page.inColour))
        }
        if outcome.summary.counts.putAside > 0 { throw ExitStatus.incomplete.exitCode }
    }
}

/// By the clock of the machine; it only dates the run's own record.
@Sendable func now() -> Instant { Instant(seconds: Int64(Date().timeIntervalSince1970)) }
