/// Finds the records of many inputs, file after file, holding one chunk at a time.
package struct RawRecordStream {
    private var walk: InputWalk
    private var file: FileRecords?
    private var found: [RawRecord] = []
    private var taken = 0
    private var bytesOfFinishedFiles = 0
    private let settings: IntakeSettings
    private let format: InputFormat?
    private let chunkBytes: Int

    /// Fails before anything is read when an input is missing or cannot be opened; `format` overrides what content and name tell.
    package init(
        _ inputs: [IntakeInput], settings: IntakeSettings, format: InputFormat? = nil, chunkBytes: Int = 256 << 10
    ) throws(IntakeError) {
        walk = try InputWalk(inputs)
        self.settings = settings
        self.format = format
        self.chunkBytes = chunkBytes
    }

    /// The bytes read so far, as they lie in the files.
    package var bytesRead: Int { bytesOfFinishedFiles + (file?.source.bytesRead ?? 0) }

    /// The next records in order, at least one unless the inputs are at their end.
    package mutating func nextBatch(maxRecords: Int = 1_000, maxBytes: Int = 1 << 20) -> [RawRecord] {
        var batch: [RawRecord] = []
        var bytes = 0
        while batch.count < maxRecords, let record = peek(), batch.isEmpty || bytes + record.byteCount <= maxBytes {
            batch.append(record)
            bytes += record.byteCount
            taken += 1
        }
        return batch
    }

    private mutating func peek() -> RawRecord? {
        while taken == found.count {
            found.removeAll(keepingCapacity: true)
            taken = 0
            if file == nil, !openNext() { return nil }
            if file?.next(into: &found) == false {
                bytesOfFinishedFiles += file?.source.bytesRead ?? 0
                file = nil
            }
            if found.isEmpty { continue }
        }
        return found[taken]
    }

    /// Opens the next input; one that cannot be opened becomes a refused record. False at the end of all.
    private mutating func openNext() -> Bool {
        switch walk.next() {
        case nil: return !found.isEmpty
        case .bytes(let name, let content):
            file = records(of: ByteSource(content: content, chunkBytes: chunkBytes), name)
        case .file(let path):
            if let source = ByteSource(path: path, chunkBytes: chunkBytes) {
                file = records(of: source, path)
            } else {
                found.append(unopened(path))
            }
        case .unreadableFolder(let path): found.append(unopened(path))
        }
        return true
    }

    private func records(of source: ByteSource, _ name: String) -> FileRecords {
        FileRecords(source, file: name, settings: settings, format: format)
    }

    private func unopened(_ path: String) -> RawRecord {
        RawRecord(
            place: RecordPlace(file: path, line: 1, byte: 0), buffer: [], range: 0..<0,
            content: .refused(.cannotBeOpened, nil, length: 0, header: nil), encoding: .utf8)
    }
}
