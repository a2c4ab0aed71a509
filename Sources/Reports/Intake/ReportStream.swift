/// Reports of many inputs one by one, in order, on one core: the simple form of `RawRecordStream` and `RecordReader`.
package struct ReportStream {
    private var raw: RawRecordStream
    private let reader: RecordReader
    private var records: [IntakeRecord] = []
    private var taken = 0

    package init(
        _ inputs: [IntakeInput], settings: IntakeSettings, format: InputFormat? = nil, chunkBytes: Int = 256 << 10
    ) throws(IntakeError) {
        reader = try RecordReader(settings)
        raw = try RawRecordStream(inputs, settings: settings, format: format, chunkBytes: chunkBytes)
    }

    package mutating func next() -> IntakeRecord? {
        while taken == records.count {
            let batch = raw.nextBatch(maxRecords: 100)
            if batch.isEmpty { return nil }
            records = reader.read(batch)
            taken = 0
        }
        taken += 1
        return records[taken - 1]
    }
}
