import Alerts
import ArgumentParser
import Casebook
import Evaluation
import Reports
import Rulebook
import VisitPipeline

/// `visitwatch rules report`: how each rule has done.
struct RulesReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Per rule: alerts, how many people found right or dismissed, time to the first action, rules to retire.",
        discussion: """
            Right are alerts that were acknowledged or resolved, and not dismissed. A rule is listed for retirement when, of at \
            least 10 that people looked at, even the upper end of the 95 % interval lies below the floor. Nothing changes by itself.
            """)

    @Option(help: "Alerts of so many days. (default: all)") var days: Int?
    @Option(help: "The floor, in percent of the reviewed alerts.") var floor = 20
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var store: StoreOption
    @OptionGroup var config: ConfigOption
    @Option(help: "For people (text) or for programs (ndjson).") var format = OutputFormat.text

    func run() throws {
        let rulebook = try config.rulebook()
        let book = try Casebook.openForReading(at: store.path)
        let list = try AlertList(in: book, policy: rulebook.policy, asOf: asOf.instant)
        let begin = days.map { list.asOf.adding(days: -Double($0)) }
        let alerts = list.alerts.filter { alert in begin.map { alert.opened > $0 } ?? true }
        let report = RuleReport(alerts: alerts, decisions: try book.decisions(), floor: Double(floor) / 100)
        try StandardOutput.write(format == .ndjson ? report.ndjson : report.text)
    }
}
