import Signals

/// Reads the compact notation of a history: `taken x20, refused, (taken x2, confused + refused) x3, pause 5 days, weight 51.3`.
///
/// - A sign is a concept, by its whole id or, where that is clear, by its last part; `no` before it denies it, `maybe` suspects it.
/// - `nothing` is a written note of nothing in particular, `not recorded` boilerplate; `+` joins the signs of one visit.
/// - `x20` repeats a visit or a group in brackets; `pause` lets time go by without visits.
struct VisitSeries {
    struct Problem: Error {
        /// Characters from the start of the text.
        var offset: Int
        var width: Int
        var message: String
        var suggestion: String?
    }

    static let most = 2_000

    private let concepts: Catalogue
    private let domain: String
    private let letters: [Character]
    private var position = 0

    static func visits(_ text: String, domain: String, concepts: Catalogue) throws(Problem) -> [RuleTest.Visit] {
        var reader = VisitSeries(text, domain: domain, concepts: concepts)
        let visits = try reader.items(until: nil)
        guard !visits.isEmpty else { throw reader.problem("no visit is written", from: 0) }
        return visits
    }

    private init(_ text: String, domain: String, concepts: Catalogue) {
        letters = Array(text)
        self.domain = domain
        self.concepts = concepts
    }

    private mutating func items(until closing: Character?) throws(Problem) -> [RuleTest.Visit] {
        var visits: [RuleTest.Visit] = []
        var pause = 0.0
        let opened = position
        while true {
            skipSpaces()
            if let days = try self.pause() {
                pause += days
            } else {
                var next = try item()
                if !next.isEmpty { next[0].pause += pause }
                pause = 0
                visits += next
            }
            guard visits.count <= Self.most else { throw problem("more than \(Self.most) visits are written", from: opened) }
            skipSpaces()
            guard let letter = current else {
                if closing != nil { throw problem("this bracket is never closed", from: max(0, opened - 1), width: 1) }
                return visits
            }
            if letter == closing { return visits }
            guard letter == "," else { throw problem("expected a comma here", from: position, width: 1) }
            position += 1
        }
    }

    private mutating func item() throws(Problem) -> [RuleTest.Visit] {
        guard current == "(" else {
            let visit = try self.visit()
            return Array(repeating: visit, count: try times())
        }
        position += 1
        let group = try items(until: ")")
        position += 1
        return try (0..<times()).flatMap { _ in group }
    }

    /// `pause 5 days`; nil where something else is written.
    private mutating func pause() throws(Problem) -> Double? {
        let start = position
        let words = upTo { ",()+".contains($0) }
        guard words.first == "pause" else {
            position = start
            return nil
        }
        let node = ConfigNode(
            .text(words.dropFirst().joined(separator: " "), isQuoted: false), at: ConfigPlace(file: "", line: 1, column: 1))
        guard let days = node.days(ConfigProblems()) else {
            throw problem("expected a time such as \"pause 5 days\"", from: start, width: position - start)
        }
        return days
    }

    private mutating func visit() throws(Problem) -> RuleTest.Visit {
        var signs: [RuleTest.Sign] = []
        while true {
            skipSpaces()
            let start = position
            var words = upTo { ",()+".contains($0) }
            if let last = words.last, isTimes(last) {
                words.removeLast()
                position = start + offset(of: last, from: start)
            }
            switch words {
            case []: throw problem("expected a visit here", from: start, width: 1)
            case ["nothing"]: break
            case ["not", "recorded"]: return RuleTest.Visit(content: .notRecorded)
            default: signs.append(try sign(words, at: start))
            }
            skipSpaces()
            guard current == "+" else { return RuleTest.Visit(content: .signs(signs)) }
            position += 1
        }
    }
}

extension VisitSeries {
    private func sign(_ words: [String], at start: Int) throws(Problem) -> RuleTest.Sign {
        var rest = words[...]
        var assertion = Assertion.present
        if rest.first == "no", rest.count > 1 { assertion = .absent } else if rest.first == "maybe" { assertion = .possible }
        if assertion != .present { rest = rest.dropFirst() }
        let name = rest.first ?? ""
        guard let concept = concept(name) else {
            throw Problem(
                offset: start, width: max(1, position - start), message: "no concept is called \"\(name)\"",
                suggestion: nearestName(to: name, in: names))
        }
        var sign = RuleTest.Sign(concept: concept, assertion: assertion)
        let values = rest.dropFirst().joined().split(separator: "/").map { Double($0) }
        guard concept.isReading == !values.isEmpty, rest.count <= 2, values.count <= 2, values.allSatisfy({ $0 != nil }) else {
            throw Problem(
                offset: start, width: max(1, position - start),
                message: concept.isReading ? "a reading needs its value, e.g. \"weight 51.3\"" : "expected a comma or + here")
        }
        sign.value = values.first ?? nil
        sign.value2 = values.count == 2 ? values[1] : nil
        return sign
    }

    /// A whole id, a name in the domain of the rule, a reading, or a name that one domain alone has.
    private func concept(_ name: String) -> Concept? {
        for id in [name, "\(domain).\(name)", "reading.\(name)"] where concepts.contains(id) { return Concept(id) }
        let others = concepts.ids.filter { $0.hasSuffix(".\(name)") }
        return others.count == 1 ? Concept(others[0]) : nil
    }

    private var names: [String] { concepts.ids + concepts.ids.compactMap { $0.split(separator: ".").last.map(String.init) } }

    private mutating func times() throws(Problem) -> Int {
        skipSpaces()
        let start = position
        let words = upTo { ",()+".contains($0) }
        guard let word = words.first else { return 1 }
        guard words.count == 1, isTimes(word), let count = Int(word.dropFirst()), (1...Self.most).contains(count) else {
            throw problem("expected a comma, or a count such as x20", from: start, width: position - start)
        }
        return count
    }

    private func isTimes(_ word: String) -> Bool {
        word.first == "x" && word.count > 1 && word.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    }

    private func offset(of last: String, from start: Int) -> Int {
        var end = position
        while end > start, letters[end - 1] == " " { end -= 1 }
        return end - last.count - start
    }

    private var current: Character? { position < letters.count ? letters[position] : nil }

    private mutating func skipSpaces() { while current == " " || current == "\n" { position += 1 } }

    /// The words up to a letter that ends them.
    private mutating func upTo(_ isEnd: (Character) -> Bool) -> [String] {
        let start = position
        while let letter = current, !isEnd(letter) { position += 1 }
        return String(letters[start..<position]).split { $0 == " " || $0 == "\n" }.map(String.init)
    }

    private func problem(_ message: String, from offset: Int, width: Int = 0) -> Problem {
        Problem(offset: offset, width: max(1, width), message: message)
    }
}
