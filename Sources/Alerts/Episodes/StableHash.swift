/// FNV-1a over UTF-8: the same number on every machine and in every run.
struct StableHash {
    private(set) var value: UInt64

    init(_ seed: UInt64 = 0xcbf2_9ce4_8422_2325) { value = seed }

    /// Adds a text and a separator.
    func adding(_ text: String) -> StableHash {
        var hash = value
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return StableHash((hash ^ 0x1F) &* 0x100_0000_01b3)
    }

    /// 16 hexadecimal digits.
    var hexadecimal: String {
        // FNV's high bits mix poorly for short inputs; one round of finalisation spreads them.
        var mixed = (value ^ (value >> 33)) &* 0xff51_afd7_ed55_8ccd
        mixed ^= mixed >> 33
        let digits = String(mixed, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
