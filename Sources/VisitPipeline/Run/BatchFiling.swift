import Alerts
import Casebook
import Reports

/// Folds a batch client by client, on all cores, and writes it in one transaction.
struct BatchFiling {
    let book: Casebook
    let run: Int64
    let policy: AlertPolicy
    private var cache = HistoryCache()

    init(book: Casebook, run: Int64, policy: AlertPolicy) {
        self.book = book
        self.run = run
        self.policy = policy
    }

    /// Returns what became of alerts, and how many reports came too late.
    mutating func file(_ batch: ReadBatch, retried: [UInt64] = []) async throws -> (changes: [AlertChange], tooLate: Int) {
        let steps = try steps(for: batch.arrivals)
        let policy = policy
        let outcomes = try await inParallel(steps.pieces(of: max(1, steps.count / 8))) { piece in
            piece.map { $0.outcome(policy) }
        }.flatMap { $0 }
        var transaction = CasebookBatch()
        transaction.superseded = batch.superseded
        transaction.receivedAgain = batch.receivedAgain
        transaction.putAside = batch.putAside
        transaction.retried = retried
        transaction.counts = batch.counts
        for outcome in outcomes { add(outcome, to: &transaction) }
        try book.write(transaction, run: run)
        return (transaction.changes, transaction.tooLate)
    }

    private mutating func add(_ outcome: ClientStep.Outcome, to transaction: inout CasebookBatch) {
        transaction.clients.append(outcome.record)
        transaction.changes += outcome.changes
        transaction.tooLate += outcome.tooLate
        for (report, isCorrection) in outcome.filed {
            if isCorrection { transaction.corrected.append(report) } else { transaction.new.append(report) }
        }
        if let history = outcome.history { cache.put(history, encodedBytes: outcome.record.history.count) }
    }

    /// One step a client, in the order of the clients' names.
    private mutating func steps(for arrivals: [Arrival]) throws -> [ClientStep] {
        let replaced = try book.known(arrivals.filter(\.isCorrection).map(\.report.id))
        var byClient: [String: [(arrival: Arrival, replaces: KnownReport?)]] = [:]
        var losing: Set<String> = []
        for arrival in arrivals {
            let old = arrival.isCorrection ? replaced[arrival.report.id] : nil
            byClient[arrival.report.client, default: []].append((arrival, old))
            if let old, old.client != arrival.report.client, old.scoring == .scored { losing.insert(old.client) }
        }
        let names = Set(byClient.keys).union(losing).sorted()
        let known = Dictionary(try book.clients(names).map { ($0.client, $0) }) { first, _ in first }
        return names.map { name in
            ClientStep(
                record: current(known[name], name), history: cache.take(name), arrivals: byClient[name] ?? [],
                losesReports: losing.contains(name))
        }
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
