import Reports
package import Signals
import Synchronization

/// Note readers to be used by many workers; each keeps what speeds up its next note, so they are handed on.
package final class ReaderPool: Sendable {
    private let extractor: SignalExtractor
    private let idle = Mutex<[NoteReader]>([])

    package init(_ extractor: SignalExtractor) { self.extractor = extractor }

    func withReader<Value>(_ body: (inout NoteReader) -> Value) -> Value {
        var reader = idle.withLock { $0.popLast() } ?? extractor.makeReader()
        defer { idle.withLock { $0.append(reader) } }
        return body(&reader)
    }
}
