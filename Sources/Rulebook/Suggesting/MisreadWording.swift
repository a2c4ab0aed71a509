import Alerts

/// The words around a quote that was misread: enough of them to tell it from what was meant.
struct MisreadWording {
    /// In the phrase language: the quote with the words beside it in its clause.
    let phrase: String
    /// The sentence, as the example that must not tell the concept.
    let sentence: String

    /// Nil where the quote is not in the note.
    init?(quote: Quote, note: String) {
        let bytes = Array(note.utf8)
        guard quote.start >= 0, quote.end <= bytes.count, quote.start < quote.end else { return nil }
        let isEnd = { (byte: UInt8) in ".!?\n;".utf8.contains(byte) }
        let first = bytes[..<quote.start].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
        let last = bytes[quote.end...].firstIndex(where: isEnd) ?? bytes.count
        sentence = Self.plain(String(decoding: bytes[first..<last], as: UTF8.self))
        let before = Self.words(bytes[first..<quote.start]).suffix(3)
        let after = Self.words(bytes[quote.end..<last]).prefix(3)
        let own = Self.words(bytes[quote.start..<quote.end])
        guard !own.isEmpty, !before.isEmpty || !after.isEmpty else { return nil }
        phrase = (before + own + after).joined(separator: " ")
    }

    private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        return text.split { !($0.isLetter || $0.isNumber || $0 == "'") }.map(String.init)
            .map { word in word.allSatisfy(\.isNumber) ? "#" : word }
    }

    private static func plain(_ text: String) -> String {
        text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }.joined(separator: " ")
    }
}
