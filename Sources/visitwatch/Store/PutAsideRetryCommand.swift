import ArgumentParser
import Casebook
import Reports
import Rulebook
import VisitPipeline

/// `visitwatch store put-aside retry`: reads the records again as the config now has it.
struct PutAsideRetryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Read the records again as the config now has it; what can be read leaves the list.",
        discussion: "Exit status 1 while records remain put aside.")

    @OptionGroup var store: StoreOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var quiet: QuietOption

    func run() async throws {
        let rulebook = try config.rulebook()
        _ = try Casebook.openForReading(at: store.path).putAsideCount()
        let book = try Casebook.openForRun(at: store.path)
        let teller = RunTeller(bytes: nil, isQuiet: quiet.isQuiet)
        let batch = try BatchRun(book: book, rulebook: rulebook, clock: now) { teller.hear($0) }
        let summary = try await batch.retry(try book.putAside())
        teller.end(with: summary)
        if summary.counts.putAside > 0 { throw ExitStatus.incomplete.exitCode }
    }
}
