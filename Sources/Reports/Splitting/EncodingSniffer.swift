/// Tells the encoding of a file from its first bytes.
struct EncodingSniffer {
    var encoding: IntakeSettings.TextEncoding
    /// How many bytes of a byte order mark to leave out.
    var markLength: Int

    /// `window` is the file's beginning, the whole file when that is short.
    init(_ window: Span<UInt8>, settings: IntakeSettings) {
        let mark = Self.mark(window)
        markLength = mark?.length ?? 0
        encoding = settings.encoding == .automatic ? mark?.encoding ?? Self.guess(window) : settings.encoding
    }

    private static func mark(_ window: Span<UInt8>) -> (encoding: IntakeSettings.TextEncoding, length: Int)? {
        guard window.count >= 2 else { return nil }
        switch (window[0], window[1]) {
        case (0xFF, 0xFE): return (.utf16LittleEndian, 2)
        case (0xFE, 0xFF): return (.utf16BigEndian, 2)
        case (0xEF, 0xBB) where window.count > 2 && window[2] == 0xBF: return (.utf8, 3)
        default: return nil
        }
    }

    /// UTF-16 shows by its NUL bytes: nearly all on one side, nearly none on the other.
    private static func guess(_ window: Span<UInt8>) -> IntakeSettings.TextEncoding {
        var even = 0
        var odd = 0
        for index in window.indices where window[index] == 0 {
            if index % 2 == 0 { even += 1 } else { odd += 1 }
        }
        let pairs = window.count / 2
        guard pairs >= 2 else { return .automatic }
        if odd > pairs * 7 / 10, even < pairs / 20 + 1 { return .utf16LittleEndian }
        if even > pairs * 7 / 10, odd < pairs / 20 + 1 { return .utf16BigEndian }
        return .automatic
    }

    /// Whether text that is not UTF-8 looks like Windows-1252: single letters, quotes and signs among plain ASCII, no UTF-8 sequence.
    static func looksLikeWindows1252(_ window: Span<UInt8>) -> Bool {
        var seen = 0
        for index in window.indices where window[index] >= 0x80 {
            let isAlone = (index == 0 || window[index - 1] < 0x80) && (index + 1 == window.count || window[index + 1] < 0x80)
            guard isAlone, isUsual(window[index]) else { return false }
            seen += 1
        }
        return seen > 0
    }

    /// The bytes that care notes use: … ‘ ’ “ ” • – — £ § ° ± ² ³ · º ¼ ½ ¾ and accented letters other than Â and Ã.
    private static func isUsual(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x85, 0x91...0x97, 0xA3, 0xA7, 0xB0...0xB3, 0xB7, 0xBA, 0xBC...0xBE: true
        case 0xC0...0xFD: byte != 0xC2 && byte != 0xC3
        default: false
        }
    }
}
