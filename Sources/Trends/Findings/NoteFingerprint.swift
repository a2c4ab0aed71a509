/// FNV-1a hash and length of a note without regard to ASCII case and runs of white space: equal for a copied note.
func noteFingerprint(_ note: String) -> (hash: UInt64, length: Int) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var length = 0
    var pendingSpace = false
    for byte in note.utf8 {
        if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
            pendingSpace = length > 0
            continue
        }
        if pendingSpace {
            hash = (hash ^ 0x20) &* 0x100_0000_01b3
            length += 1
            pendingSpace = false
        }
        let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        hash = (hash ^ UInt64(folded)) &* 0x100_0000_01b3
        length += 1
    }
    return (hash, length)
}
