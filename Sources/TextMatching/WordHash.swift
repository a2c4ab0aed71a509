/// FNV-1a over the bytes of a word; the same on every machine.
struct WordHash {
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    static let prime: UInt64 = 0x0000_0100_0000_01b3

    var value: UInt64 = WordHash.seed

    @inline(__always)
    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* WordHash.prime }

    static func of(_ word: some Sequence<UInt8>) -> UInt64 {
        var hash = WordHash()
        for byte in word { hash.add(byte) }
        return hash.value
    }
}

/// An open-addressing table from word hashes to 32-bit values; a 64-bit hash stands for its word.
struct HashTable: Sendable {
    private struct Slot: BitwiseCopyable {
        var key: UInt64 = 0
        var value: UInt32 = 0
    }

    private var slots: [Slot]
    private var mask: Int
    private(set) var count = 0

    init(capacity: Int = 1 << 10) {
        let size = max(16, capacity.nextPowerOfTwo)
        slots = [Slot](repeating: Slot(), count: size)
        mask = size - 1
    }

    @inline(__always)
    func value(_ key: UInt64) -> UInt32? {
        var place = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
        while true {
            let slot = slots[place]
            if slot.key == key { return slot.value }
            if slot.key == 0 { return nil }
            place = (place &+ 1) & mask
        }
    }

    mutating func set(_ key: UInt64, _ value: UInt32) {
        if count * 2 >= slots.count { grow() }
        var place = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
        while slots[place].key != 0 && slots[place].key != key { place = (place &+ 1) & mask }
        if slots[place].key == 0 { count += 1 }
        slots[place] = Slot(key: key, value: value)
    }

    private mutating func grow() {
        var larger = HashTable(capacity: slots.count * 2)
        for slot in slots where slot.key != 0 { larger.set(slot.key, slot.value) }
        self = larger
    }
}

extension Int {
    fileprivate var nextPowerOfTwo: Int {
        var power = 1
        while power < self { power <<= 1 }
        return power
    }
}
