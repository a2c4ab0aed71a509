import Casebook
import Reports
import Signals

/// Reads the inputs batch by batch: finds, understands and sorts the records, and extracts the signals of what is new.
actor BatchSource {
    private var stream: RawRecordStream
    private let reader: RecordReader
    private let readers: ReaderPool
    private let book: Casebook
    /// Of the batches that may not be written yet, the oldest first.
    private var memories: [ArrivalSorter.Memory] = []
    private let chunksPerBatch = 10
    private let recordsPerChunk: Int

    /// How many batches are read before the one at hand is written.
    static let batchesAhead = 2

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
        try await extract(&batch.arrivals)
        batch.bytesRead = stream.bytesRead
        return batch
    }

    private func sort(_ records: [[HashedRecord]]) throws -> ReadBatch {
        let ids = records.joined().compactMap { record -> String? in
            guard case .report(let report, _) = record.record else { return nil }
            return report.id
        }
        let book = book
        var sorter = ArrivalSorter(known: try book.known(ids), memories: memories) { id, hash in
            try book.earlierVersion(of: id, contentHash: hash)
        }
        for record in records.joined() {
            switch record.record {
            case .report(let report, _): try sorter.add(report, contentHash: record.contentHash)
            case .putAside(let record): sorter.add(record)
            }
        }
        memories.append(sorter.memory)
        if memories.count > Self.batchesAhead { memories.removeFirst() }
        return sorter.batch
    }

    private func extract(_ arrivals: inout [Arrival]) async throws {
        let (readers, reports) = (readers, arrivals.map(\.report))
        let pieces = Array(reports.indices).pieces(of: 500)
        let read = try await inParallel(pieces) { piece in
            readers.withReader { reader in
                piece.map { index in reader.signals(in: reports[index]) }
            }
        }
        for (index, signals) in read.joined().enumerated() { arrivals[index].signals = signals }
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
