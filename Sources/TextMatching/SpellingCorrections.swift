/// Finds the one known word within edit distance 1 of a misspelt one.
///
/// - Words under 5 letters are never corrected, and never corrected to.
/// - The first letter must be right; a swap of two neighbours counts as one edit.
/// - When two known words are equally near, nothing is corrected.
struct SpellingCorrections: Sendable {
    private struct Entry: BitwiseCopyable {
        var signature: UInt64
        var word: Int32
    }

    /// In order of their signatures.
    private var entries: [Entry] = []
    private var words: [String] = []

    init() {}

    init(words: [String]) {
        for word in words where word.utf8.count >= 5 && word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7a }) {
            let index = Int32(self.words.count)
            self.words.append(word)
            for signature in Self.signatures(of: Array(word.utf8)) {
                entries.append(Entry(signature: signature, word: index))
            }
        }
        entries.sort { ($0.signature, $0.word) < ($1.signature, $1.word) }
    }

    func correction(of written: [UInt8]) -> String? {
        guard written.count >= 5, written.count <= 24 else { return nil }
        var found: Int32?
        for signature in Self.signatures(of: written) {
            var index = firstEntry(of: signature)
            while index < entries.count, entries[index].signature == signature {
                let candidate = entries[index].word
                index += 1
                guard candidate != found else { continue }
                let word = words[Int(candidate)]
                guard word.utf8.first == written.first, Self.isOneEdit(Array(word.utf8), written) else { continue }
                if found != nil { return nil }
                found = candidate
            }
        }
        return found.map { words[Int($0)] }
    }

    private func firstEntry(of signature: UInt64) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].signature < signature { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The hashes of the word and of the word with one letter left out: two words one edit apart share one.
    private static func signatures(of word: [UInt8]) -> [UInt64] {
        var result = [WordHash.of(word)]
        result.reserveCapacity(word.count + 1)
        // Leaving out either of two equal neighbours gives the same.
        for gap in word.indices where gap == 0 || word[gap] != word[gap - 1] {
            var hash = WordHash()
            for index in word.indices where index != gap { hash.add(word[index]) }
            result.append(hash.value)
        }
        return result
    }

    static func isOneEdit(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        var head = 0
        while head < min(a.count, b.count), a[head] == b[head] { head += 1 }
        var tail = 0
        while tail < min(a.count, b.count) - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
        let (restA, restB) = (a.count - head - tail, b.count - head - tail)
        if restA <= 1 && restB <= 1 { return true }
        return restA == 2 && restB == 2 && a[head] == b[head + 1] && a[head + 1] == b[head]
    }
}
