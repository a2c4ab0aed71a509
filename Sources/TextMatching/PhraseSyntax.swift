/// The parts of a phrase as its author wrote them.
package indirect enum PhraseSyntax: Hashable, Sendable {
    case word(String)
    case inflected(String)
    case wordClass(String, column: Int)
    case number
    case softBorder
    case colon
    case clauseStart
    case clauseEnd
    case gap(upTo: Int, crossesBorders: Bool)
    case sequence([PhraseSyntax])
    case alternatives([PhraseSyntax])
    case optional(PhraseSyntax)
}

/// Why a phrase cannot be read; `column` counts characters from 0.
package struct PhraseSyntaxError: Error, Hashable, Sendable {
    package var column: Int
    package var message: String
    package var hint: String
}

extension PhraseSyntax {
    /// Reads the phrase language: words, `(a|b)`, `[optional]`, `{class}`, `inflected*`, `~3`, `~~3`, `#`, `,`, `:`, `^`, `$`.
    package static func parse(_ text: String) throws(PhraseSyntaxError) -> PhraseSyntax {
        var reader = PhraseReader(text)
        let phrase = try reader.alternatives(until: nil)
        guard phrase.namesSomething else {
            throw PhraseSyntaxError(
                column: 0, message: "the phrase names no word",
                hint: "write at least one word that is not a gap and not optional")
        }
        return phrase
    }

    /// Whether every way through the phrase meets a word, class or number.
    private var namesSomething: Bool {
        switch self {
        case .word, .inflected, .wordClass, .number: true
        case .softBorder, .colon, .clauseStart, .clauseEnd, .gap, .optional: false
        case .sequence(let parts): parts.contains { $0.namesSomething }
        case .alternatives(let choices): !choices.isEmpty && choices.allSatisfy { $0.namesSomething }
        }
    }
}

private struct PhraseReader {
    private let characters: [Character]
    private var position = 0

    init(_ text: String) { characters = Array(text.lowercased()) }

    private var current: Character? { position < characters.count ? characters[position] : nil }

    mutating func alternatives(until closing: Character?) throws(PhraseSyntaxError) -> PhraseSyntax {
        let opened = position
        var choices: [PhraseSyntax] = []
        var parts: [PhraseSyntax] = []
        while true {
            guard let character = current else {
                if let closing {
                    throw error(at: max(0, opened - 1), "this bracket is never closed", "add the missing “\(closing)”")
                }
                break
            }
            if character == closing { break }
            if character == "|" {
                position += 1
                choices.append(.sequence(parts))
                parts = []
            } else if character == " " {
                position += 1
            } else {
                try parts.append(part(character))
            }
        }
        choices.append(.sequence(parts))
        if choices.count > 1, choices.contains(.sequence([])) {
            throw error(at: opened, "an alternative is empty", "write the optional words as [a|b] instead")
        }
        return choices.count == 1 ? choices[0] : .alternatives(choices)
    }

    private mutating func part(_ character: Character) throws(PhraseSyntaxError) -> PhraseSyntax {
        switch character {
        case "(":
            position += 1
            let inner = try alternatives(until: ")")
            position += 1
            return inner
        case "[":
            position += 1
            let inner = try alternatives(until: "]")
            position += 1
            return .optional(inner)
        case "{": return try wordClass()
        case "~": return try gap()
        case ")", "]", "}":
            throw error(at: position, "this bracket was never opened", "remove it or add the opening one")
        default: break
        }
        let single: [Character: PhraseSyntax] = [
            ",": .softBorder, ":": .colon, "^": .clauseStart, "$": .clauseEnd, "#": .number,
        ]
        if let symbol = single[character] {
            position += 1
            return symbol
        }
        return try word()
    }

    private mutating func wordClass() throws(PhraseSyntaxError) -> PhraseSyntax {
        let start = position
        guard let end = characters[position...].firstIndex(of: "}") else {
            throw error(at: start, "this class name is never closed", "add the missing “}”")
        }
        position = end + 1
        let name = String(characters[(start + 1)..<end]).trimming
        return .wordClass(name, column: start)
    }

    private mutating func gap() throws(PhraseSyntaxError) -> PhraseSyntax {
        let start = position
        while current == "~" { position += 1 }
        let tildes = position - start
        var digits = ""
        while let digit = current, digit.isNumber {
            digits.append(digit)
            position += 1
        }
        guard tildes <= 2, let reach = Int(digits), (1...12).contains(reach) else {
            throw error(at: start, "a gap needs a length from 1 to 12", "write for example ~3, or ~~3 to cross commas")
        }
        return .gap(upTo: reach, crossesBorders: tildes == 2)
    }

    private mutating func word() throws(PhraseSyntaxError) -> PhraseSyntax {
        let start = position
        while let character = current, !" ()[]{}|~,:^$#".contains(character) { position += 1 }
        let written = String(characters[start..<position])
        let pieces = written.split(separator: "-").map(String.init)
        guard !pieces.isEmpty else { throw error(at: start, "a dash alone is no word", "write , for a dash") }
        let parts = pieces.enumerated().map { index, piece -> PhraseSyntax in
            guard index == pieces.count - 1, piece.hasSuffix("*") else { return .word(piece) }
            return .inflected(String(piece.dropLast()))
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private func error(at column: Int, _ message: String, _ hint: String) -> PhraseSyntaxError {
        PhraseSyntaxError(column: column, message: message, hint: hint)
    }
}

extension String {
    fileprivate var trimming: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
