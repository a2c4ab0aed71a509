/// The ways in which records stand behind each other.
enum RecordSplitter {
    case lines(LineSplitter)
    case jsonValues(JSONValueSplitter)
    case rows(RowSplitter)
    /// The whole file is one record, refused when a reason is given.
    case whole(Rejection?)

    /// The record that begins at `start`; nil when its end is not yet in `text`. Call again with more text behind the same start.
    mutating func cut(_ text: Span<UInt8>, from start: Int, atEnd: Bool) -> RecordCut? {
        switch self {
        case .lines(var splitter):
            defer { self = .lines(splitter) }
            return splitter.cut(text, from: start, atEnd: atEnd)
        case .jsonValues(var splitter):
            defer { self = .jsonValues(splitter) }
            return splitter.cut(text, from: start, atEnd: atEnd)
        case .rows(var splitter):
            defer { self = .rows(splitter) }
            return splitter.cut(text, from: start, atEnd: atEnd)
        case .whole(let rejection):
            guard atEnd else { return nil }
            let lines = (start..<text.count).reduce(0) { $0 + (text[$1] == 0x0A ? 1 : 0) }
            let outcome = rejection.map { RecordCut.Outcome.refused($0) } ?? .record
            return RecordCut(length: text.count - start, next: text.count - start, lines: lines, outcome: outcome)
        }
    }

    /// Forgets the record that was begun.
    mutating func reset() {
        switch self {
        case .lines: self = .lines(LineSplitter())
        case .jsonValues: self = .jsonValues(JSONValueSplitter())
        case .rows(let splitter): self = .rows(splitter.fresh)
        case .whole: break
        }
    }

    /// Whether reading can go on at the next line after a record that is too long to be held.
    var resumesAtLines: Bool {
        switch self {
        case .lines, .rows: true
        case .jsonValues, .whole: false
        }
    }
}
