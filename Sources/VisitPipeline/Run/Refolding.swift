import Alerts
import Casebook
import Reports
import Signals
import Trends

/// Folds clients anew from the reports in the store: after a change of the rulebook, and where reports came out of order.
struct Refolding {
    let book: Casebook
    let run: Int64
    let policy: AlertPolicy
    let readers: ReaderPool

    /// Folds all clients that need it; `progress` hears how many of how many are done.
    func refold(progress: (Int, Int) throws -> Void) async throws -> [AlertChange] {
        let clients = try book.clientsToRefold(rulebook: policy.rulebook)
        var changes: [AlertChange] = []
        var done = 0
        for piece in clients.pieces(of: 32) {
            let records = try book.clients(piece)
            let outcomes = try await inParallel(records) { record in try refold(record) }
            var batch = CasebookBatch()
            batch.clients = outcomes.map(\.record)
            batch.changes = outcomes.flatMap(\.changes)
            try book.write(batch, run: run)
            changes += batch.changes
            done += piece.count
            try progress(done, clients.count)
        }
        return changes
    }

    private func refold(_ old: ClientRecord) throws -> (record: ClientRecord, changes: [AlertChange]) {
        let rereads = old.rulebook != policy.rulebook
        var history = ClientHistory(client: old.client, policy: policy)
        let newest = try book.newestVisit(of: old.client)
        var last: VisitReport?
        while true {
            var page = try book.reports(of: old.client, after: last, limit: 1_000)
            guard let end = page.last else { break }
            if rereads { try reread(&page) }
            for filed in page where filed.scoring == .scored {
                let visit = VisitFindings(filed.report, filed.signals)
                history.addNext(visit, newest: newest ?? visit.time, policy: policy)
            }
            last = end.report
        }
        var record = old
        let news = history.takeChanges(policy: policy)
        record.settle(history, policy)
        let reason = rereads ? WithdrawalReason.rulebook : WithdrawalReason.reports
        return (record, AlertDifference(stored: try book.alerts(of: old.client), now: news).changes(reason))
    }

    /// Harmless when the run is cut short: the client stays marked until the history follows.
    private func reread(_ page: inout [FiledReport]) throws {
        readers.withReader { reader in
            for index in page.indices { page[index].signals = reader.signals(in: page[index].report) }
        }
        var batch = CasebookBatch()
        batch.reread = page
        try book.write(batch, run: run)
    }
}

/// Why an alert lost its ground.
enum WithdrawalReason {
    static let rulebook = "The rulebook was changed."
    static let reports = "A late report or a correction changed what went before."
}
