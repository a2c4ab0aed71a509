import Alerts
import ArgumentParser
import Casebook
import Reports
import Rulebook
import VisitPipeline

/// `visitwatch alerts list`: one line an alert.
struct AlertsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "One line an alert, in order of opening.",
        discussion: """
              visitwatch alerts list --status open --severity urgent --severity high
              visitwatch alerts list --client C104 --format ndjson
            """)

    @OptionGroup var filters: AlertFilters
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var store: StoreOption
    @OptionGroup var config: ConfigOption
    @Option(help: "For people (text) or for programs (ndjson).") var format = OutputFormat.text

    func run() throws {
        let rulebook = try config.rulebook()
        let book = try Casebook.openForReading(at: store.path)
        let list = try AlertList(
            in: book, policy: rulebook.policy, asOf: asOf.instant, withWithdrawn: filters.wantsWithdrawn)
        var output = StandardOutput()
        for alert in list.alerts where filters.lets(alert) {
            try output.write((format == .ndjson ? alert.ndjsonLine : alert.row) + "\n")
        }
        try output.flush()
    }
}

extension Alert {
    /// For people: when, how pressing, who and what.
    fileprivate var row: String {
        opened.iso8601.prefix(10) + "  " + severity.rawValue.padded(8) + status.rawValue.padded(13) + kind.rawValue.padded(10)
            + printable(client).padded(12) + printable(title) + "  " + id
    }
}
