/// Numbers texts in the order of their first use; an open hash table, a third of the cost of a dictionary here.
struct TextTable {
    private var texts: [String] = []
    /// Position in `texts` plus one; 0 is free. A power of two in size.
    private var slots = [Int32](repeating: 0, count: 512)

    /// The number of a known text; nil where it is new, which it then no longer is.
    mutating func number(of text: String) -> Int? {
        var slot = Int(truncatingIfNeeded: hash(text)) & (slots.count - 1)
        while slots[slot] != 0 {
            let known = Int(slots[slot]) - 1
            if texts[known] == text { return known }
            slot = (slot + 1) & (slots.count - 1)
        }
        texts.append(text)
        slots[slot] = Int32(truncatingIfNeeded: texts.count)
        if texts.count * 2 > slots.count { grow() }
        return nil
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for (index, text) in texts.enumerated() {
            var slot = Int(truncatingIfNeeded: hash(text)) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(truncatingIfNeeded: index + 1)
        }
    }

    private func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash ^ (hash >> 29)
    }
}
