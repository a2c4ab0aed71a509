/// One cell of a row: where its content stands, and whether quotes in it are doubled.
struct TableCell {
    /// Without the quotes around it.
    var bytes: Range<Int>
    var hasDoubledQuotes = false

    /// Reads the cell at `at`, which moves behind its delimiter, or behind the row's end after the last cell.
    init(_ text: Span<UInt8>, _ at: inout Int, in row: Range<Int>, delimiter: UInt8) {
        guard at < row.upperBound, text[at] == 0x22 else {
            let start = at
            while at < row.upperBound, text[at] != delimiter { at += 1 }
            bytes = start..<at
            at += 1
            return
        }
        at += 1
        let start = at
        while at < row.upperBound {
            if text[at] == 0x22 {
                guard at + 1 < row.upperBound, text[at + 1] == 0x22 else { break }
                hasDoubledQuotes = true
                at += 1
            }
            at += 1
        }
        bytes = start..<min(at, row.upperBound)
        while at < row.upperBound, text[at] != delimiter { at += 1 }
        at += 1
    }

    /// The content as text.
    func string(_ text: Span<UInt8>) throws(Rejection) -> String {
        guard hasDoubledQuotes else { return try JSONText.plain(text, bytes) }
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var at = bytes.lowerBound
        while at < bytes.upperBound {
            plain.append(text[at])
            at += text[at] == 0x22 ? 2 : 1
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// The content without space around it.
    func trimmed(_ text: Span<UInt8>) -> Range<Int> {
        var start = bytes.lowerBound
        var end = bytes.upperBound
        while start < end, text[start] <= 0x20 { start += 1 }
        while end > start, text[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }
}
