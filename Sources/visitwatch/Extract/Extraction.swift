import Foundation
import Reports
import Signals

/// Extraction as a stream: batches of raw records are read, understood and written down on all cores.
struct Extraction {
    private var raw: RawRecordStream
    private let worker: Worker
    private let workers: Int

    private static let warmingBatches = 6

    /// What a batch of records came to.
    struct Batch: Sendable {
        var text: [UInt8] = []
        var counts = IntakeCounts()
        var signals = 0
        var putAside: [PutAside] = []
    }

    init(
        _ inputs: [IntakeInput], settings: IntakeSettings, format: InputFormat?, lexicon: Lexicon, writing: OutputFormat,
        workers: Int = ProcessInfo.processInfo.activeProcessorCount
    ) throws {
        raw = try RawRecordStream(inputs, settings: settings, format: format)
        worker = Worker(
            records: try RecordReader(settings), notes: SignalExtractor(lexicon).makeReader(), writing: writing)
        self.workers = workers
    }

    /// Hands over each batch in input order, with the bytes read so far.
    mutating func run(_ each: (Batch, Int) throws -> Void) async throws {
        // What one worker learns from the first notes all start with.
        var warm = worker
        for _ in 0..<Self.warmingBatches {
            let batch = raw.nextBatch()
            if batch.isEmpty { return }
            try each(warm.extract(batch), raw.bytesRead)
        }
        try await inOrder(
            workers: Array(repeating: warm, count: workers),
            next: {
                let batch = raw.nextBatch()
                return batch.isEmpty ? nil : batch
            },
            work: { worker, batch in worker.extract(batch) },
            each: { try each($0, raw.bytesRead) })
    }

    /// What one core needs; its note reader keeps what speeds up the next note.
    private struct Worker: Sendable {
        let records: RecordReader
        var notes: NoteReader
        let writing: OutputFormat

        mutating func extract(_ raw: [RawRecord]) -> Batch {
            var batch = Batch()
            batch.text.reserveCapacity(raw.reduce(0) { $0 + $1.byteCount } * 2)
            for record in records.read(raw) {
                switch record {
                case .report(let report, _):
                    let signals = notes.signals(in: report)
                    batch.counts.count(.accepted)
                    batch.signals += signals.count
                    write(ExtractedReport(report: report, signals: signals), to: &batch.text)
                case .putAside(let record):
                    batch.counts.count(.putAside)
                    batch.putAside.append(record)
                }
            }
            return batch
        }

        private func write(_ extracted: ExtractedReport, to text: inout [UInt8]) {
            switch writing {
            case .ndjson: extracted.appendNDJSON(to: &text)
            case .text: text.append(contentsOf: extracted.text.utf8)
            }
        }
    }
}
