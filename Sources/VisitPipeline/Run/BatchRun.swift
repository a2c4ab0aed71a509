import Alerts
package import Casebook
package import Reports
package import Rulebook
import Signals

/// The scheduled batch: reads new reports, extracts, folds, and files everything, one transaction a batch.
///
/// The same reports give the same store, whatever their order and however often the run is cut short and begun again.
package struct BatchRun: Sendable {
    private let book: Casebook
    private let rulebook: Rulebook
    private let readers: ReaderPool
    private let clock: @Sendable () -> Instant
    private let report: @Sendable (RunEvent) throws -> Void
    private let recordsPerBatch: Int

    /// `clock` only dates the run's own record; what `report` throws stops the run between two transactions.
    package init(
        book: Casebook, rulebook: Rulebook, recordsPerBatch: Int = 5_000, clock: @escaping @Sendable () -> Instant,
        report: @escaping @Sendable (RunEvent) throws -> Void = { _ in }
    ) throws(RulebookErrors) {
        self.book = book
        self.rulebook = rulebook
        readers = ReaderPool(SignalExtractor(try rulebook.lexicon()))
        self.clock = clock
        self.report = report
        self.recordsPerBatch = recordsPerBatch
    }

    /// Runs all inputs; `names` are kept with the run, which is over only when `completing` is: until then it is taken up again.
    @discardableResult
    package func run(
        _ inputs: [IntakeInput], names: [String], format: InputFormat? = nil,
        completing: (RunSummary) async throws -> Void = { _ in }
    ) async throws -> RunSummary {
        let source = try source(of: inputs, format)
        let run = try begin(names)
        var summary = RunSummary()
        let waiting = try book.putAsideCount()
        try await reread(run, &summary)
        try await read(source, run, &summary)
        try await refold(run, &summary)
        summary.newlyPutAside = try book.putAsideCount() - waiting
        try await completing(summary)
        try book.finishRun(run, at: clock())
        return summary
    }

    /// Reads again what was put aside, as the config now has it.
    package func retry(_ records: [StoredPutAside]) async throws -> RunSummary {
        let run = try begin(["put-aside"])
        var summary = RunSummary()
        try await reread(run, &summary)
        let filing = BatchFiling(book: book, run: run, policy: rulebook.policy)
        for record in records {
            let input = IntakeInput.bytes(name: record.record.place.file, content: record.record.retryInput)
            let source = try source(of: [input], record.record.format)
            while let batch = try await source.next() {
                let isReadNow = batch.putAside.isEmpty
                summary.add(batch, try await filing.file(batch, retried: isReadNow ? [record.key] : []))
            }
        }
        try await refold(run, &summary)
        try book.finishRun(run, at: clock())
        return summary
    }

    private func source(of inputs: [IntakeInput], _ format: InputFormat?) throws(IntakeError) -> BatchSource {
        try BatchSource(
            inputs, settings: rulebook.intake, format: format, readers: readers, book: book, recordsPerBatch: recordsPerBatch)
    }

    private func begin(_ names: [String]) throws -> Int64 {
        try book.keepRulebook(hash: rulebook.hash, files: rulebook.files.stored)
        let run = try book.beginRun(inputs: names, rulebook: rulebook.hash, at: clock())
        if run.wasCutShort { try report(.resumed) }
        return run.number
    }

    private func reread(_ run: Int64, _ summary: inout RunSummary) async throws {
        guard try book.hasClients(foldedWithout: rulebook.hash) else { return }
        let refolding = Refolding(book: book, run: run, policy: rulebook.policy, readers: readers)
        var reread = 0
        let changes = try await refolding.refold { done, all in
            reread = done
            try report(.rereading(clients: done, of: all))
        }
        summary.reread = reread
        summary.add(changes)
    }

    /// Reads and extracts the next batches while the last one is folded and filed.
    private func read(_ source: BatchSource, _ run: Int64, _ summary: inout RunSummary) async throws {
        let filing = BatchFiling(book: book, run: run, policy: rulebook.policy)
        var ahead = ReadAhead(source)
        do {
            while let batch = try await ahead.next() {
                summary.add(batch, try await filing.file(batch))
                try report(.read(bytes: batch.bytesRead, counts: summary.counts))
            }
        } catch {
            await ahead.stop()
            throw error
        }
        await ahead.stop()
    }

    private func refold(_ run: Int64, _ summary: inout RunSummary) async throws {
        let refolding = Refolding(book: book, run: run, policy: rulebook.policy, readers: readers)
        summary.add(try await refolding.refold { try report(.refolding(clients: $0, of: $1)) })
    }
}

extension RunSummary {
    fileprivate mutating func add(_ batch: ReadBatch, _ filed: (changes: [AlertChange], tooLate: Int)) {
        counts = counts + batch.counts
        tooLate += filed.tooLate
        add(filed.changes)
    }

    fileprivate mutating func add(_ changes: [AlertChange]) {
        for change in changes {
            switch change {
            case .opened: opened += 1
            case .updated: updated += 1
            case .closed: closed += 1
            case .withdrawn: withdrawn += 1
            }
        }
    }
}
