import Alerts
import ArgumentParser
import Casebook
import Evaluation
import Foundation
import Reports
import Rulebook
import VisitPipeline

/// `visitwatch rules backtest`: what a changed rulebook would have done.
struct RulesBacktestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "What the config would have done with the store's reports, against the rulebook in force or another one.",
        discussion: """
            Replays all reports of the store under both rulebooks; the store stays as it is. Told are alerts of the last days that \
            appear, vanish, come earlier or later, what becomes of those that people confirmed or dismissed, and how many alerts \
            a day each coordinator gets.

              visitwatch rules backtest --config mine --days 90
              visitwatch rules backtest --config mine --against built-in --format html > backtest.html
            """)

    @OptionGroup var config: ConfigOption
    @Option(help: "Look at alerts of so many days.") var days = 90
    @Option(
        help: ArgumentHelp(
            "The rulebook to compare with: a config folder, built-in, or the first digits of a hash. (default: that of the last run)",
            valueName: "rulebook"))
    var against: String?
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var store: StoreOption
    @Option(help: "How it is written down.") var format = StoryFormat.text
    @OptionGroup var quiet: QuietOption

    func validate() throws {
        if days < 1 { throw ValidationError("--days must be 1 or more.") }
    }

    func run() async throws {
        let after = try config.rulebook()
        let before = try Rulebook(NamedRulebook(against ?? "last", store: store.path).files)
        let book = try Casebook.openForReading(at: store.path)
        let replay = try Replay(book: book, rulebooks: [before, after], asOf: asOf.instant)
        var progress = Progress(total: try book.clientNames().count, unit: "clients", isShown: !quiet.isQuiet)
        let alerts = try await replay.alerts { done, _ in progress.show(done: done, count: done) }
        progress.clear()
        let backtest = Backtest(
            old: alerts[0], new: alerts[1], days: Double(days), asOf: replay.asOf, decisions: try book.decisions(),
            agency: after.agency)
        switch format {
        case .text: try StandardOutput.write(backtest.text)
        case .ndjson: try StandardOutput.write(backtest.ndjson)
        case .html: try StandardOutput.write(backtest.html)
        }
        if !quiet.isQuiet { Terminal.tell(String(format: "Replayed in %.1f s.", progress.seconds)) }
    }
}
