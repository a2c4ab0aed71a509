package import Reports
import Signals

/// Reports in, signals out, without a store: in parallel, in input order, in constant memory.
package struct ExtractStream {
    private var stream: RawRecordStream
    private let reader: RecordReader
    private let readers: ReaderPool
    private let chunksAtOnce = 8

    /// What one stretch of the input gave.
    package struct Piece: Sendable {
        /// One NDJSON line a report, each with its line end.
        package var lines: [UInt8] = []
        package var putAside: [PutAside] = []
        package var reports = 0
        package var noteBytes = 0
    }

    package init(
        _ inputs: [IntakeInput], settings: IntakeSettings, format: InputFormat? = nil, readers: ReaderPool
    ) throws(IntakeError) {
        stream = try RawRecordStream(inputs, settings: settings, format: format)
        reader = try RecordReader(settings)
        self.readers = readers
    }

    package var bytesRead: Int { stream.bytesRead }

    /// The next pieces in input order; none at the end.
    package mutating func next() async throws -> [Piece] {
        var chunks: [[RawRecord]] = []
        while chunks.count < chunksAtOnce {
            let chunk = stream.nextBatch(maxRecords: 500)
            if chunk.isEmpty { break }
            chunks.append(chunk)
        }
        let (reader, readers) = (reader, readers)
        return try await inParallel(chunks) { chunk in
            readers.withReader { noteReader in Self.piece(of: reader.read(chunk), &noteReader) }
        }
    }

    private static func piece(of records: [IntakeRecord], _ reader: inout NoteReader) -> Piece {
        var piece = Piece()
        for record in records {
            switch record {
            case .report(let report, _):
                piece.reports += 1
                piece.noteBytes += report.note.utf8.count
                SignalRecord(report, reader.signals(in: report)).append(to: &piece.lines)
            case .putAside(let record): piece.putAside.append(record)
            }
        }
        return piece
    }
}
