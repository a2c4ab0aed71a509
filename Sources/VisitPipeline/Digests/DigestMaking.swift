import Alerts
package import Casebook
package import Digests
import Foundation
package import Reports
package import Rulebook
import Signals

/// Gathers from the store what digests and stories are made of.
package struct DigestMaking {
    package let asOf: Instant
    private let book: Casebook
    private let rulebook: Rulebook
    /// Up to when people's decisions count; nil is all of them.
    private let decidedBy: Instant?

    /// `asOf` is the newest visit in the store when nil.
    package init(book: Casebook, rulebook: Rulebook, asOf: Instant? = nil) throws {
        self.book = book
        self.rulebook = rulebook
        decidedBy = asOf
        self.asOf = try asOf ?? book.newestVisit() ?? Instant(seconds: 0)
    }

    /// All clients by coordinator.
    package func caseloads() throws -> [Caseload] { rulebook.agency.caseloads(of: try book.clientNames()) }

    /// What all coordinators' digests are made of.
    package func material(counts: RunCounts? = nil) async throws -> DigestMaterial {
        let previous = try book.digest(before: asOf)
        let told = try alerts(toTellAfter: previous)
        var material = material(of: told)
        material.since = previous?.asOf
        material.seen = previous?.shown.mapValues { SeenAlert(updated: $0.updated, severity: $0.severity, status: $0.status) }
        material.putAside = try putAsideLines()
        material.counts = counts
        material.reportCounts = try previous.map { try book.reportCounts(after: $0.asOf, through: asOf) }
        try await addDetails(to: &material)
        return material
    }

    /// Remembers what the digests showed, so that the next ones tell what is new.
    package func keepShown(_ material: DigestMaterial) throws {
        let shown = material.alerts.map { alert in
            (alert.id, ShownAlert(updated: alert.updated, severity: alert.severity, status: alert.status))
        }
        try book.keepDigest(asOf: asOf, shown: Dictionary(shown) { first, _ in first })
    }

    /// One client's visits, alerts and trends; nil when the store knows no such client.
    package func clientStory(_ id: String) async throws -> ClientStory? {
        guard try !book.clients([id]).isEmpty else { return nil }
        let stored = try book.alerts(of: id).filter { $0.withdrawnReason == nil }
        let alerts = try list(stored, client: id)
        var material = material(of: alerts)
        try await addDetails(to: &material)
        let visits = try book.reports(of: id, from: Instant(seconds: .min), through: asOf).map(visit)
        return ClientStory(of: rulebook.agency.client(id), visits: visits, in: material)
    }

    /// One alert with its history, withdrawn or not; nil when there is none of that id.
    package func alertStory(_ id: String) async throws -> AlertStory? {
        let known = try book.alert(id).map { [$0] } ?? []
        let alerts = try list(known)
        guard let alert = alerts.first(where: { $0.id == id }) else { return nil }
        var material = material(of: [alert])
        try await addDetails(to: &material)
        let history = try book.ledger(of: id).map { entry in
            AlertStory.EventMaterial(
                time: entry.at, status: status(after: entry.change), severity: entry.severity, reason: entry.reason)
        }
        let decided = try book.decisions(through: decidedBy)[id].map { events($0, about: alert) } ?? []
        return AlertStory(of: alert, client: rulebook.agency.client(alert.client), history: history + decided, in: material)
    }

    private func list(_ stored: [StoredAlert], client: String? = nil) throws -> [Alert] {
        try AlertList(stored, in: book, policy: rulebook.policy, asOf: asOf, decidedBy: decidedBy, client: client).alerts
    }

    /// What people decided, as parts of the alert's history.
    private func events(_ log: DecisionLog, about alert: Alert) -> [AlertStory.EventMaterial] {
        log.decisions.indices.map { index in
            let decision = log.decisions[index]
            let until = DecisionLog(Array(log.decisions[...index]))
            let words = [
                decision.reason?.rawValue, decision.assignee.map { "for \($0)" },
                decision.until.map { "until \($0.iso8601.prefix(10))" }, decision.note, decision.kind == .undo ? "undone" : nil,
            ]
            let reason = words.compactMap(\.self).joined(separator: "; ")
            return AlertStory.EventMaterial(
                time: decision.at, status: until.status(of: .open, at: decision.at), severity: alert.severity,
                by: decision.person, reason: reason.isEmpty ? nil : reason)
        }
    }

    private func material(of alerts: [Alert]) -> DigestMaterial {
        let zone = TimeZone(identifier: rulebook.agency.timeZone) ?? .gmt
        var material = DigestMaterial(alerts: alerts, asOf: asOf) { instant in
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds)))
        }
        let changes = rulebook.policy.planChanges.map { ($0.id, $0) }
        material.planChanges = Dictionary(changes) { first, _ in first }
        return material
    }

    /// The visits that are quoted, and the charts.
    private func addDetails(to material: inout DigestMaterial) async throws {
        let quoted = Set(material.alerts.lazy.flatMap(\.evidence).map(\.report))
        for (report, visit) in try book.visits(quoted) {
            material.visits[report] = QuotedVisit(time: visit.time, carer: visit.carer)
        }
        let charts = WeeklyCharts(book: book, policy: rulebook.policy, asOf: asOf)
        let byClient = Dictionary(grouping: material.alerts, by: \.client).sorted { $0.key < $1.key }
        let series = try await inParallel(byClient.map { ($0.key, $0.value) }.pieces(of: 16)) { piece in
            try piece.map { client, alerts in (client, try charts.charts(of: client, for: alerts)) }
        }
        for (client, charts) in series.joined() { material.charts[client] = charts }
    }

    /// Open ones, those that moved since the previous digests, and what these showed that is withdrawn now.
    private func alerts(toTellAfter previous: (asOf: Instant, shown: [String: ShownAlert])?) throws -> [Alert] {
        let isAtTheEnd = try book.newestVisit().map { asOf >= $0 } ?? true
        var stored = isAtTheEnd ? try book.alerts(openOrMovedAfter: previous?.asOf) : try book.alerts()
        let known = Set(stored.map(\.alert.id))
        for id in (previous?.shown ?? [:]).keys where !known.contains(id) {
            if let shown = try book.alert(id) { stored.append(shown) }
        }
        return try list(stored).filter { alert in
            let isOpen = alert.closed == nil && alert.status != .withdrawn
            // Whatever the clock of who ended it: told once, where it was shown before.
            let isDecided = alert.status == .dismissed || alert.status == .resolved
            if isDecided { return previous?.shown[alert.id] != nil }
            guard !isOpen, let previous else { return isOpen }
            return previous.shown[alert.id] != nil || max(alert.updated, alert.closed ?? alert.updated) > previous.asOf
        }
    }

    private func putAsideLines() throws -> [PutAsideLine] {
        try book.putAside().map { stored in
            PutAsideLine(place: "\(stored.record.place.file):\(stored.record.place.line)", reason: stored.record.problem)
        }
    }

    private func visit(_ filed: FiledReport) -> ClientStory.VisitMaterial {
        let note = Array(filed.report.note.utf8)
        let findings = filed.signals.map { signal in
            ClientStory.Finding(
                concept: signal.concept.rawValue, assertion: signal.assertion.rawValue,
                text: String(decoding: note[signal.start..<signal.end], as: UTF8.self))
        }
        return ClientStory.VisitMaterial(
            report: filed.report.id, time: filed.report.time, carer: filed.report.carer, findings: findings,
            isTooLate: filed.scoring == .tooLate)
    }

    private func status(after change: String) -> AlertStatus {
        switch change {
        case "closed": .closed
        case "withdrawn": .withdrawn
        default: .open
        }
    }
}
