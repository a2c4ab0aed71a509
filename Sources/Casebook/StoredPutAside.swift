package import Reports

/// A record that waits in the store to be put right and read again.
package struct StoredPutAside: Hashable, Sendable {
    /// A function of the record's bytes, so that the same record waits only once.
    package var key: UInt64
    package var record: PutAside
    package var run: Int64

    package init(key: UInt64, record: PutAside, run: Int64) {
        self.key = key
        self.record = record
        self.run = run
    }
}

extension PutAside {
    /// FNV-1a over the format, the header and the record.
    package var key: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in [Array((format?.rawValue ?? "").utf8), header, raw] {
            for byte in part { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        return hash
    }
}
