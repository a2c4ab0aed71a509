/// Where a record begins.
package struct RecordPlace: Hashable, Sendable {
    /// The path as it was given or found; `-` for standard input.
    package var file: String
    /// From 1.
    package var line: Int
    /// Offset from 0 in the file; in the uncompressed content when the file is compressed.
    package var byte: Int

    package init(file: String, line: Int, byte: Int) {
        self.file = file
        self.line = line
        self.byte = byte
    }
}

extension RecordPlace: CustomStringConvertible {
    package var description: String { "\(file), line \(line), byte \(byte)" }
}
