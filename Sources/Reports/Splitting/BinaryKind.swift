/// Files that people put among reports by mistake, told by their first bytes.
enum BinaryKind {
    static func of(_ window: [UInt8]) -> String? {
        if let known = signatures.first(where: { window.starts(with: $0.bytes) }) { return known.kind }
        let controls = window.count { $0 < 0x09 || (0x0E...0x1A).contains($0) || (0x1C...0x1F).contains($0) }
        return controls * 10 > window.count && controls > 8 ? "a binary file" : nil
    }

    private static let signatures: [(bytes: [UInt8], kind: String)] = [
        (Array("PK\u{3}\u{4}".utf8), "a ZIP or Excel file"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel or Word file"),
        (Array("%PDF".utf8), "a PDF"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture"),
        ([0xFF, 0xD8, 0xFF], "a picture"),
        (Array("GIF8".utf8), "a picture"),
        (Array("SQLite format 3".utf8), "a database"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        (Array("BZh".utf8), "a bzip2 file"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz file"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd file"),
        (Array("<?xml".utf8), "an XML file"),
        (Array("{\\rtf".utf8), "an RTF file"),
    ]
}
