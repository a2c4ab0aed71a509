import Foundation

/// Standard output, written in large pieces.
struct StandardOutput: ~Copyable {
    private var pending: [UInt8] = []

    init() {}

    /// Whether it is a terminal, where colour helps.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    mutating func write(_ bytes: [UInt8]) throws(ClosedOutput) {
        pending.append(contentsOf: bytes)
        if pending.count >= 1 << 16 { try flush() }
    }

    mutating func write(_ text: String) throws(ClosedOutput) { try write(Array(text.utf8)) }

    mutating func flush() throws(ClosedOutput) {
        guard !pending.isEmpty else { return }
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(pending))
        } catch {
            throw ClosedOutput()
        }
        pending.removeAll(keepingCapacity: true)
    }

    /// A whole answer at once.
    static func write(_ text: String) throws(ClosedOutput) {
        var output = StandardOutput()
        try output.write(text)
        try output.flush()
    }
}

/// The reader of standard output has gone away: time to stop, and no mistake.
struct ClosedOutput: Error {}
