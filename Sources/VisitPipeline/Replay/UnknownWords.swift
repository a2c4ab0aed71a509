package import Casebook
import Reports
package import Rulebook
import Signals
import TextMatching

/// Words of the store's notes that the lexicon does not know, as far as several carers use them for several clients.
package struct UnknownWords: Sendable {
    package struct Word: Hashable, Sendable {
        package var text: String
        package var times: Int
        /// Of them, within four words of a concern.
        package var nearConcerns: Int
        package var clients: Int
        package var carers: Int
    }

    private struct Use {
        var times = 0
        var nearConcerns = 0
        var capitals = 0
        var clients: Set<String> = []
        var carers: Set<String> = []
    }

    /// So many of each: fewer may be a name.
    private static let fewest = 3
    private static let reach = 4

    private let book: Casebook
    private let rulebook: Rulebook

    package init(book: Casebook, rulebook: Rulebook) {
        self.book = book
        self.rulebook = rulebook
    }

    /// The most frequent first; `progress` hears how many clients of how many are done.
    package func words(progress: (Int, Int) throws -> Void) throws -> [Word] {
        var reader = SignalExtractor(try rulebook.lexicon()).makeReader()
        var uses: [String: Use] = [:]
        let clients = try book.clientNames()
        for (index, client) in clients.enumerated() {
            for filed in try book.reports(of: client) { note(filed.report, &reader, &uses) }
            try progress(index + 1, clients.count)
        }
        return uses.compactMap { text, use in
            guard use.clients.count >= Self.fewest, use.carers.count >= Self.fewest, use.capitals * 2 < use.times else {
                return nil
            }
            return Word(
                text: text, times: use.times, nearConcerns: use.nearConcerns, clients: use.clients.count,
                carers: use.carers.count)
        }.sorted { ($1.times, $0.text) < ($0.times, $1.text) }
    }

    private func note(_ report: VisitReport, _ reader: inout NoteReader, _ uses: inout [String: Use]) {
        let bytes = Array(report.note.utf8)
        let reading = reader.read(report.note, region: report.region ?? rulebook.agency.region)
        let concerns = reading.signals.filter { $0.counts && rulebook.catalogue[$0.concept]?.direction == .worse }
        let near = reading.tokens.indices.filter { index in
            concerns.contains { Int(reading.tokens[index].start) < $0.end && Int(reading.tokens[index].end) > $0.start }
        }
        for (index, token) in reading.tokens.enumerated() where token.id == TokenID.unknown {
            let written = String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
            guard written.count > 1, written.allSatisfy({ $0.isLetter || $0 == "/" || $0 == "'" }) else { continue }
            var use = uses[written.lowercased()] ?? Use()
            use.times += 1
            if written.first?.isUppercase ?? false { use.capitals += 1 }
            if near.contains(where: { abs($0 - index) <= Self.reach }) { use.nearConcerns += 1 }
            use.clients.insert(report.client)
            if let carer = report.carer { use.carers.insert(carer) }
            uses[written.lowercased()] = use
        }
    }
}
