import Alerts
import Casebook
import Reports
import Signals
import Trends

/// Reads the inputs batch by batch: finds, understands and sorts the records, and extracts the signals of what is new.
actor BatchSource {
    private var stream: RawRecordStream
    private let reader: RecordReader
    private let readers: ReaderPool
    private let book: Casebook
    private var memory = ArrivalSorter.Memory()
    private let chunksPerBatch = 10
    private let recordsPerChunk: Int

    init(
        _ inputs: [IntakeInput], settings: IntakeSettings, format: InputFormat?, readers: ReaderPool, book: Casebook,
        recordsPerBatch: Int
    ) throws(IntakeError) {
        recordsPerChunk = max(1, recordsPerBatch / 10)
        stream = try RawRecordStream(inputs, settings: settings, format: format)
        reader = try RecordReader(settings)
        self.readers = readers
        self.book = book
    }

    /// At most `recordsPerBatch` records, fewer where they are long; nil at the end of the inputs.
    func next() async throws -> ReadBatch? {
        var chunks: [[RawRecord]] = []
        while chunks.count < chunksPerBatch {
            let chunk = stream.nextBatch(maxRecords: recordsPerChunk)
            if chunk.isEmpty { break }
            chunks.append(chunk)
        }
        guard !chunks.isEmpty else { return nil }
        let reader = reader
        let records = try await inParallel(chunks) { chunk in reader.read(chunk).map(HashedRecord.init) }
        var batch = try sort(records)
        batch.arrivals = try await extract(batch.arrivals)
        batch.bytesRead = stream.bytesRead
        return batch
    }

    private func sort(_ records: [[HashedRecord]]) throws -> ReadBatch {
        let ids = records.joined().compactMap { record -> String? in
            guard case .report(let report, _) = record.record else { return nil }
            return report.id
        }
        let book = book
        var sorter = ArrivalSorter(known: try book.known(ids), memory: memory) { id, hash in
            try book.earlierVersion(of: id, contentHash: hash)
        }
        for record in records.joined() {
            switch record.record {
            case .report(let report, _): try sorter.add(report, contentHash: record.contentHash)
            case .putAside(let record): sorter.add(record)
            }
        }
        memory = sorter.memory
        return sorter.batch
    }

    private func extract(_ arrivals: [Arrival]) async throws -> [Arrival] {
        let readers = readers
        let pieces = try await inParallel(arrivals.pieces(of: 500)) { piece in
            readers.withReader { reader in
                piece.map { arrival in
                    var arrival = arrival
                    arrival.signals = reader.signals(in: arrival.report)
                    arrival.visit = VisitFindings(arrival.report, arrival.signals)
                    return arrival
                }
            }
        }
        return pieces.flatMap { $0 }
    }
}

private struct HashedRecord: Sendable {
    let record: IntakeRecord
    let contentHash: UInt64

    init(_ record: IntakeRecord) {
        self.record = record
        if case .report(let report, _) = record { contentHash = report.contentHash } else { contentHash = 0 }
    }
}
