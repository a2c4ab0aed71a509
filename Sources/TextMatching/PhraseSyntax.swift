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

/// Reads over bytes: thousands of phrases are read at every start.
private struct PhraseReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.lowercased().utf8) }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func alternatives(until closing: UInt8?) throws(PhraseSyntaxError) -> PhraseSyntax {
        let opened = position
        var choices: [PhraseSyntax] = []
        var parts: [PhraseSyntax] = []
        while true {
            guard let byte = current else {
                if let closing {
                    let bracket = String(decoding: [closing], as: UTF8.self)
                    throw error(at: max(0, opened - 1), "this bracket is never closed", "add the missing “\(bracket)”")
                }
                break
            }
            if byte == closing { break }
            if byte == UInt8(ascii: "|") {
                position += 1
                choices.append(Self.sequence(parts))
                parts = []
            } else if byte == UInt8(ascii: " ") {
                position += 1
            } else {
                try parts.append(part(byte))
            }
        }
        choices.append(Self.sequence(parts))
        if choices.count > 1, choices.contains(.sequence([])) {
            throw error(at: opened, "an alternative is empty", "write the optional words as [a|b] instead")
        }
        return choices.count == 1 ? choices[0] : .alternatives(choices)
    }

    private static func sequence(_ parts: [PhraseSyntax]) -> PhraseSyntax {
        parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func part(_ byte: UInt8) throws(PhraseSyntaxError) -> PhraseSyntax {
        switch byte {
        case UInt8(ascii: "("):
            position += 1
            let inner = try alternatives(until: UInt8(ascii: ")"))
            position += 1
            return inner
        case UInt8(ascii: "["):
            position += 1
            let inner = try alternatives(until: UInt8(ascii: "]"))
            position += 1
            return .optional(inner)
        case UInt8(ascii: "{"): return try wordClass()
        case UInt8(ascii: "~"): return try gap()
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            throw error(at: position, "this bracket was never opened", "remove it or add the opening one")
        case UInt8(ascii: ","): return sign(.softBorder)
        case UInt8(ascii: ":"): return sign(.colon)
        case UInt8(ascii: "^"): return sign(.clauseStart)
        case UInt8(ascii: "$"): return sign(.clauseEnd)
        case UInt8(ascii: "#"): return sign(.number)
        default: return try word()
        }
    }

    private mutating func sign(_ meaning: PhraseSyntax) -> PhraseSyntax {
        position += 1
        return meaning
    }

    private mutating func wordClass() throws(PhraseSyntaxError) -> PhraseSyntax {
        let start = position
        guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "}")) else {
            throw error(at: start, "this class name is never closed", "add the missing “}”")
        }
        position = end + 1
        let name = bytes[(start + 1)..<end].filter { $0 != UInt8(ascii: " ") }
        return .wordClass(String(decoding: name, as: UTF8.self), column: column(of: start))
    }

    private mutating func gap() throws(PhraseSyntaxError) -> PhraseSyntax {
        let start = position
        while current == UInt8(ascii: "~") { position += 1 }
        let tildes = position - start
        var reach = 0
        while let digit = current, digit >= 0x30, digit <= 0x39, reach < 100 {
            reach = reach * 10 + Int(digit - 0x30)
            position += 1
        }
        guard tildes <= 2, (1...12).contains(reach) else {
            throw error(at: start, "a gap needs a length from 1 to 12", "write for example ~3, or ~~3 to cross commas")
        }
        return .gap(upTo: reach, crossesBorders: tildes == 2)
    }

    private static let signs = Set(" ()[]{}|~,:^$#".utf8)

    private mutating func word() throws(PhraseSyntaxError) -> PhraseSyntax {
        let start = position
        while let byte = current, !Self.signs.contains(byte) { position += 1 }
        let pieces = bytes[start..<position].split(separator: UInt8(ascii: "-"))
        guard let last = pieces.last else { throw error(at: start, "a dash alone is no word", "write , for a dash") }
        var parts = pieces.dropLast().map { PhraseSyntax.word(String(decoding: $0, as: UTF8.self)) }
        if last.last == UInt8(ascii: "*"), last.count > 1 {
            parts.append(.inflected(String(decoding: last.dropLast(), as: UTF8.self)))
        } else {
            parts.append(.word(String(decoding: last, as: UTF8.self)))
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private func column(of byte: Int) -> Int { String(decoding: bytes[..<byte], as: UTF8.self).count }

    private func error(at byte: Int, _ message: String, _ hint: String) -> PhraseSyntaxError {
        PhraseSyntaxError(column: column(of: min(byte, bytes.count)), message: message, hint: hint)
    }
}
