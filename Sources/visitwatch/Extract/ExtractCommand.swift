import ArgumentParser
import Reports
import Rulebook
import Signals

/// `visitwatch extract`: reports in, signals out, nothing kept.
struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Reports in, signals out, no store.",
        discussion: """
            One record a report, in the order of the input. Records that cannot be read are told on standard error as \
            file:line: reason, and the exit status is 1.

              visitwatch extract --format ndjson reports.csv | head
              zcat export.ndjson.gz | visitwatch extract
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var config: ConfigOption
    @Option(help: "For people (text) or for programs (ndjson).") var format = OutputFormat.text
    @OptionGroup var quiet: QuietOption

    func run() async throws {
        let rulebook = try config.rulebook()
        var extraction = try Extraction(
            input.sources, settings: rulebook.intake, format: input.format, lexicon: try rulebook.lexicon(), writing: format)
        var progress = Progress(total: input.byteCount, unit: "reports", isShown: !quiet.isQuiet)
        var output = StandardOutput()
        var counts = IntakeCounts()
        var signals = 0
        try await extraction.run { batch, bytesRead in
            if !batch.putAside.isEmpty { progress.clear() }
            for record in batch.putAside { Terminal.tell(record.asLine) }
            try output.write(batch.text)
            counts = counts + batch.counts
            signals += batch.signals
            progress.show(done: bytesRead, count: counts.read)
        }
        try output.flush()
        progress.clear()
        if !quiet.isQuiet { Terminal.tell(summary(counts, signals: signals, seconds: progress.seconds)) }
        if counts.putAside > 0 { throw ExitStatus.incomplete.exitCode }
    }

    private func summary(_ counts: IntakeCounts, signals: Int, seconds: Double) -> String {
        "\(counted(counts.read, "record")) read: \(grouped(counts.accepted)) accepted, \(grouped(counts.putAside)) put aside; "
            + "\(counted(signals, "signal")) in \(tenths(seconds)) s"
    }
}

extension PutAside {
    /// `file:line: what is wrong`, without a word of the record.
    var asLine: String { "\(place.file):\(place.line): \(problem)" }
}
