import Foundation
import Reports

/// A text file written in large pieces, one line after the other.
struct LineFile: ~Copyable {
    private let handle: FileHandle
    private var pending: [UInt8] = []

    init(_ url: URL) throws {
        try Data().write(to: url)
        handle = try FileHandle(forWritingTo: url)
        pending.reserveCapacity(1 << 20)
    }

    mutating func write(_ line: String, end: String = "\n") throws {
        pending.append(contentsOf: line.utf8)
        pending.append(contentsOf: end.utf8)
        if pending.count > 1 << 20 { try flush() }
    }

    /// As a line of NDJSON.
    mutating func write(_ report: VisitReport) throws {
        report.appendNDJSON(to: &pending)
        pending.append(0x0A)
        if pending.count > 1 << 20 { try flush() }
    }

    mutating func flush() throws {
        try handle.write(contentsOf: Data(pending))
        pending.removeAll(keepingCapacity: true)
    }

    consuming func close() throws {
        try handle.write(contentsOf: Data(pending))
        try handle.close()
    }
}
