import Alerts
import Casebook
import Reports

/// Folds a batch client by client, on all cores, and writes it in one transaction.
struct BatchFiling {
    let book: Casebook
    let run: Int64
    let policy: AlertPolicy

    /// Returns what became of alerts, and how many reports came too late.
    func file(_ batch: ReadBatch, retried: [UInt64] = []) async throws -> (changes: [AlertChange], tooLate: Int) {
        let steps = try steps(for: batch.arrivals)
        let (policy, arrivals) = (policy, batch.arrivals)
        let outcomes = try await inParallel(steps.pieces(of: max(1, steps.count / 8))) { piece in
            piece.map { $0.outcome(arrivals, policy) }
        }
        var transaction = CasebookBatch()
        transaction.superseded = batch.superseded
        transaction.receivedAgain = batch.receivedAgain
        transaction.putAside = batch.putAside
        transaction.retried = retried
        transaction.counts = batch.counts
        for outcome in outcomes.joined() { add(outcome, arrivals, to: &transaction) }
        try book.write(transaction, run: run)
        return (transaction.changes, transaction.tooLate)
    }

    private func add(_ outcome: ClientStep.Outcome, _ arrivals: [Arrival], to transaction: inout CasebookBatch) {
        transaction.clients.append(outcome.record)
        transaction.changes += outcome.changes
        for (index, scoring) in outcome.scorings {
            let arrival = arrivals[index]
            let report = FiledReport(
                report: arrival.report, contentHash: arrival.contentHash, signals: arrival.signals, scoring: scoring)
            if arrival.isCorrection { transaction.corrected.append(report) } else { transaction.new.append(report) }
            if scoring == .tooLate { transaction.tooLate += 1 }
        }
    }

    /// One step a client, in the order of the clients' names.
    private func steps(for arrivals: [Arrival]) throws -> [ClientStep] {
        let replaced = try book.known(arrivals.filter(\.isCorrection).map(\.report.id))
        var byClient: [String: [(index: Int, replaces: KnownReport?)]] = [:]
        var losing: Set<String> = []
        for index in inOrderOfVisits(arrivals) {
            let client = arrivals[index].report.client
            let old = arrivals[index].isCorrection ? replaced[arrivals[index].report.id] : nil
            byClient[client, default: []].append((index, old))
            if let old, old.client != client, old.scoring == .scored { losing.insert(old.client) }
        }
        let names = Set(byClient.keys).union(losing).sorted()
        let known = Dictionary(try book.clients(names).map { ($0.client, $0) }) { first, _ in first }
        return names.map { name in
            ClientStep(
                record: current(known[name], name), arrivals: byClient[name] ?? [], losesReports: losing.contains(name))
        }
    }

    private func inOrderOfVisits(_ arrivals: [Arrival]) -> [Int] {
        arrivals.indices.map { (time: arrivals[$0].report.time, index: $0) }
            .sorted { a, b in
                a.time != b.time ? a.time < b.time : arrivals[a.index].report.id < arrivals[b.index].report.id
            }
            .map(\.index)
    }

    /// The client's record as of this run.
    private func current(_ known: ClientRecord?, _ name: String) -> ClientRecord {
        guard var record = known else {
            return ClientRecord(
                client: name, history: [], newest: nil, silenceDue: nil, rulebook: policy.rulebook, baseRun: run,
                baseNewest: nil, needsRefold: false)
        }
        if record.baseRun != run {
            record.baseRun = run
            record.baseNewest = record.newest
        }
        return record
    }
}
