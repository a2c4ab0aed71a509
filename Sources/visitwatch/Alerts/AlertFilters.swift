import Alerts
import ArgumentParser

/// Which alerts are meant; several values of one option mean any of them.
struct AlertFilters: ParsableArguments {
    @Option(help: ArgumentHelp("Only of this client.", valueName: "id")) var client: [String] = []
    @Option(help: "Only of this kind.") var kind: [AlertKind] = []
    @Option(help: "Only of this severity.") var severity: [Severity] = []
    @Option(help: "Only with this status.") var status: [AlertStatus] = []
    @Flag(name: .customLong("withdrawn"), help: "Also those that a late report or a correction took the ground from.")
    var withWithdrawn = false

    /// Asking for withdrawn ones by status is asking for them.
    var wantsWithdrawn: Bool { withWithdrawn || status.contains(.withdrawn) }

    func lets(_ alert: Alert) -> Bool {
        (client.isEmpty || client.contains(alert.client)) && (kind.isEmpty || kind.contains(alert.kind))
            && (severity.isEmpty || severity.contains(alert.severity)) && (status.isEmpty || status.contains(alert.status))
    }
}

extension AlertKind: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}
extension AlertStatus: ExpressibleByArgument {}
