import Alerts
import ArgumentParser
import Casebook
import Foundation
import Reports
import Rulebook
import VisitPipeline

/// About which alerts somebody decides, and who that is.
struct DecisionOptions: ParsableArguments {
    @Argument(help: "Ids of alerts, as alerts list shows them; the first letters suffice where they are clear.")
    var alerts: [String]
    @Option(name: .customLong("by"), help: ArgumentHelp("Who decides. (default: the user's name)", valueName: "person"))
    var person: String?
    @Option(name: .customLong("at"), help: ArgumentHelp("When it was decided. (default: now)", valueName: "time"))
    var time: AsOf?
    @OptionGroup var store: StoreOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var quiet: QuietOption

    func validate() throws {
        if alerts.isEmpty { throw ValidationError("Name the alerts by their ids.") }
        if name.isEmpty { throw ValidationError("Say who decides with --by.") }
    }

    private var name: String {
        let environment = ProcessInfo.processInfo.environment
        return (person ?? environment["USER"] ?? environment["LOGNAME"] ?? "").trimmingCharacters(in: .whitespaces)
    }

    /// Keeps one decision about each of the alerts, or none where one of them cannot be decided so.
    func keep(_ decide: (Alert, DecisionLog, Decision) throws -> Decision) throws {
        let rulebook = try config.rulebook()
        let book = try Casebook.openForDeciding(at: store.path)
        let list = try AlertList(in: book, policy: rulebook.policy, withWithdrawn: true)
        let logs = try book.decisions()
        let decisions = try alerts.map { id in
            let alert = try self.alert(id, in: list.alerts)
            let log = logs[alert.id] ?? DecisionLog([])
            let bare = Decision(alert: alert.id, kind: .note, person: name, at: time?.instant ?? now())
            return (alert, try decide(alert, log, bare))
        }
        try book.add(decisions.map(\.1))
        guard !quiet.isQuiet else { return }
        let after = try AlertList(in: book, policy: rulebook.policy, withWithdrawn: true).alerts
        for (alert, decision) in decisions {
            let status = after.first { $0.id == alert.id }?.status ?? alert.status
            Terminal.tell("\(alert.id) \(decision.kind.rawValue) by \(printable(name)): now \(status.rawValue)")
        }
    }

    private func alert(_ id: String, in alerts: [Alert]) throws -> Alert {
        let matches = alerts.filter { $0.id.hasPrefix(id) }
        if let exact = matches.first(where: { $0.id == id }) ?? (matches.count == 1 ? matches.first : nil) { return exact }
        let why = matches.isEmpty ? "There is no alert" : "Several alerts begin with"
        throw Failure.refused("\(why) \(printable(id)). See: visitwatch alerts list. Nothing was decided.")
    }
}

extension Alert {
    /// Refuses what makes no sense for an alert that has ended.
    func mustBeOpen(to what: String) throws {
        switch status {
        case .open, .acknowledged, .snoozed: return
        case .closed: throw Failure.refused("\(id) has closed by itself: there is nothing to \(what).")
        case .withdrawn: throw Failure.refused("\(id) was withdrawn: there is nothing to \(what).")
        case .dismissed, .resolved:
            throw Failure.refused("\(id) is \(status.rawValue) already. See: visitwatch alerts undo \(id)")
        }
    }
}
