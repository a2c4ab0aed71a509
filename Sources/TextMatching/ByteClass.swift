/// What a byte is to the tokenizer.
enum ByteClass: UInt8 {
    case other, space, letter, digit
    /// Part of a character outside ASCII.
    case high

    @inline(__always)
    static func of(_ byte: UInt8) -> ByteClass {
        if (byte | 0x20) &- 0x61 < 26 { return .letter }
        if byte &- 0x30 < 10 { return .digit }
        if byte >= 0x80 { return .high }
        return byte == 0x20 || byte == 0x09 || byte == 0x0b || byte == 0x0c || byte == 0x00 ? .space : .other
    }
}

/// Folds accented letters and typographic apostrophes to ASCII.
enum Folding {
    struct Folded {
        var letter: UInt8
        var length: Int

        var isApostrophe: Bool { letter == 0x27 }
    }

    static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte }

    /// The ASCII letter for the character that begins at `index`; nil when it has none.
    static func letter(at index: Int, in bytes: [UInt8]) -> Folded? {
        let first = bytes[index]
        guard index + 1 < bytes.count else { return nil }
        let second = bytes[index + 1]
        switch first {
        case 0xc3:
            guard let letter = latin1[second | 0x20] else { return nil }
            return Folded(letter: letter, length: 2)
        case 0xc4, 0xc5:
            guard let letter = macrons[UInt16(first) << 8 | UInt16(second)] else { return nil }
            return Folded(letter: letter, length: 2)
        case 0xe2:
            guard second == 0x80, index + 2 < bytes.count else { return nil }
            let third = bytes[index + 2]
            guard third == 0x99 || third == 0x98 else { return nil }
            return Folded(letter: 0x27, length: 3)
        default: return nil
        }
    }

    static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let whole = Array(bytes)
        var result: [UInt8] = []
        result.reserveCapacity(whole.count)
        var index = 0
        while index < whole.count {
            if whole[index] >= 0x80, let folded = letter(at: index, in: whole) {
                result.append(folded.letter)
                index += folded.length
            } else {
                result.append(lower(whole[index]))
                index += 1
            }
        }
        return result
    }

    private static let latin1: [UInt8: UInt8] = {
        let groups: [(letters: String, plain: Character)] = [
            ("àáâãäå", "a"), ("ç", "c"), ("èéêë", "e"), ("ìíîï", "i"), ("ñ", "n"), ("òóôõöø", "o"), ("ùúûü", "u"),
            ("ýÿ", "y"),
        ]
        var table: [UInt8: UInt8] = [:]
        for group in groups {
            for letter in group.letters {
                if let second = Array(String(letter).utf8).last, let plain = group.plain.asciiValue {
                    table[second] = plain
                }
            }
        }
        return table
    }()

    private static let macrons: [UInt16: UInt8] = {
        let pairs: [(Character, Character)] = [
            ("ā", "a"), ("Ā", "a"), ("ē", "e"), ("Ē", "e"), ("ī", "i"), ("Ī", "i"), ("ō", "o"), ("Ō", "o"), ("ū", "u"),
            ("Ū", "u"), ("ł", "l"), ("ś", "s"), ("ć", "c"), ("ę", "e"), ("ą", "a"), ("ż", "z"), ("ź", "z"), ("ń", "n"),
        ]
        var table: [UInt16: UInt8] = [:]
        for (letter, plain) in pairs {
            let bytes = Array(String(letter).utf8)
            if bytes.count == 2, let ascii = plain.asciiValue {
                table[UInt16(bytes[0]) << 8 | UInt16(bytes[1])] = ascii
            }
        }
        return table
    }()
}
