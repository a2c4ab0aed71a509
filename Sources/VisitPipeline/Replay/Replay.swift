package import Alerts
package import Casebook
package import Reports
package import Rulebook
import Signals
import Trends

/// Folds the store's reports under other rulebooks, off to the side: the store itself stays as it is.
package struct Replay: Sendable {
    package let asOf: Instant
    private let book: Casebook
    private let sides: [Side]

    private struct Side: Sendable {
        var policy: AlertPolicy
        /// Nil where the store's signals are what this rulebook reads too.
        var readers: ReaderPool?
        /// An earlier side that reads notes the same.
        var readsLike: Int?
    }

    /// `asOf` is the newest visit in the store when nil.
    package init(book: Casebook, rulebooks: [Rulebook], asOf: Instant? = nil) throws {
        self.book = book
        self.asOf = try asOf ?? book.newestVisit() ?? Instant(seconds: 0)
        let inForce = try book.rulebookInForce()
        let stored = try inForce.flatMap { try book.rulebook($0) }.map { ConfigFiles(stored: $0, named: "store") }
        let isEven = try inForce.map { try !book.hasClients(foldedWithout: $0) } ?? false
        var sides: [Side] = []
        for (index, rulebook) in rulebooks.enumerated() {
            let isAsStored = isEven && (stored?.readsNotesLike(rulebook.files) ?? false)
            let like = rulebooks[..<index].firstIndex { $0.files.readsNotesLike(rulebook.files) }
            let reads = !isAsStored && like == nil
            sides.append(
                Side(
                    policy: rulebook.policy, readers: reads ? ReaderPool(SignalExtractor(try rulebook.lexicon())) : nil,
                    readsLike: isAsStored ? nil : like))
        }
        self.sides = sides
    }

    /// For each rulebook, all alerts by (opened, id), silences as of then among them; `progress` hears how many clients of how
    /// many are done.
    package func alerts(progress: (Int, Int) throws -> Void) async throws -> [[Alert]] {
        let clients = try book.clientNames()
        var alerts = [[Alert]](repeating: [], count: sides.count)
        var done = 0
        for piece in clients.pieces(of: 16) {
            let outcomes = try await inParallel(piece) { client in try self.alerts(of: client) }
            for outcome in outcomes { for (side, found) in outcome.enumerated() { alerts[side] += found } }
            done += piece.count
            try progress(done, clients.count)
        }
        return alerts.map { $0.sorted { ($0.opened, $0.id) < ($1.opened, $1.id) } }
    }

    private func alerts(of client: String) throws -> [[Alert]] {
        var histories = sides.map { ClientHistory(client: client, policy: $0.policy) }
        let newest = try book.newestVisit(of: client)
        var last: VisitReport?
        while true {
            let page = try book.reports(of: client, after: last, limit: 1_000)
            guard let end = page.last else { break }
            let scored = page.filter { $0.scoring == .scored && $0.report.time <= asOf }
            for (visits, side) in zip(findings(scored), sides.indices) {
                for visit in visits {
                    histories[side].addNext(visit, newest: min(newest ?? visit.time, asOf), policy: sides[side].policy)
                }
            }
            last = end.report
        }
        return histories.indices.map { alerts(of: &histories[$0], under: sides[$0].policy) }
    }

    /// For each side, what its lexicon finds.
    private func findings(_ reports: [FiledReport]) -> [[VisitFindings]] {
        var found: [[VisitFindings]] = []
        for side in sides {
            if let other = side.readsLike {
                found.append(found[other])
            } else if let readers = side.readers {
                found.append(
                    readers.withReader { reader in
                        reports.map { VisitFindings($0.report, reader.signals(in: $0.report)) }
                    })
            } else {
                found.append(reports.map { VisitFindings($0.report, $0.signals) })
            }
        }
        return found
    }

    private func alerts(of history: inout ClientHistory, under policy: AlertPolicy) -> [Alert] {
        var latest: [String: Alert] = [:]
        for change in history.takeChanges(policy: policy) {
            switch change {
            case .opened(let alert), .updated(let alert), .closed(let alert): latest[alert.id] = alert
            case .withdrawn(let alert, _): latest[alert.id] = nil
            }
        }
        if let silence = history.silence(asOf: asOf, policy: policy) { latest[silence.id] = silence }
        return Array(latest.values)
    }
}
