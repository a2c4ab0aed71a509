/// The raw records of one file, chunk by chunk.
struct FileRecords {
    var source: ByteSource
    let file: String
    let settings: IntakeSettings
    var splitter: RecordSplitter
    var shape: Shape
    var encoding: IntakeSettings.TextEncoding
    var decoder: UTF16Decoder?
    /// From the beginning of the record that is not yet complete.
    var text: [UInt8]
    var line = 1
    var byte: Int
    var oversize: Oversize?
    var isAtEnd = false
    let isEmpty: Bool
    var damage: Rejection?

    enum Shape {
        case json, fhir, text
        case header(delimiter: UInt8)
        case rows(TableHeader)
        case refused(InputFormat?)

        var content: RawRecord.Content {
            switch self {
            case .json, .refused, .header: .json
            case .fhir: .fhir
            case .text: .text
            case .rows(let header): .rows(header)
            }
        }

        var format: InputFormat? {
            switch self {
            case .json: .ndjson
            case .fhir: .fhir
            case .text: .text
            case .header(let delimiter): delimiter == 0x09 ? .tsv : .csv
            case .rows(let header): header.delimiter == 0x09 ? .tsv : .csv
            case .refused(let format): format
            }
        }
    }

    /// A record too long to be held: its beginning, and how long it has been so far.
    struct Oversize {
        var place: RecordPlace
        var kept: [UInt8]
        var length: Int
        var endsWithReturn: Bool
    }

    /// As much of a file as its encoding and format are told from.
    static let windowBytes = 64 << 10

    init(_ source: ByteSource, file: String, settings: IntakeSettings, format: InputFormat?) {
        self.source = source
        self.file = file
        self.settings = settings
        var window: [UInt8] = []
        do {
            while window.count < Self.windowBytes {
                let more = try self.source.next()
                if more.isEmpty {
                    isAtEnd = true
                    break
                }
                window += more
            }
        } catch {
            (isAtEnd, damage) = (true, error)
        }
        let sniffed = EncodingSniffer(window.span.extracting(first: Self.windowBytes), settings: settings)
        byte = sniffed.markLength
        text = Array(window[sniffed.markLength...])
        encoding = sniffed.encoding
        isEmpty = text.isEmpty
        (splitter, shape) = (.whole(nil), .text)
        startDecoding()
        begin(format)
    }

    private mutating func startDecoding() {
        guard encoding == .utf16LittleEndian || encoding == .utf16BigEndian else { return }
        var decoder = UTF16Decoder(isBigEndian: encoding == .utf16BigEndian)
        text = decoder.decode(text)
        if isAtEnd { text += decoder.finish() }
        self.decoder = decoder
        encoding = .utf8
    }

    private mutating func begin(_ format: InputFormat?) {
        let window = Array(text.prefix(Self.windowBytes / 2 - 8))
        switch FormatSniffer(name: file, window: window, settings: settings).finding(forced: format) {
        case .json(let format, let splitter):
            self.splitter = splitter
            shape = format == .fhir ? .fhir : .json
            if encoding == .automatic, !EncodingSniffer.looksLikeWindows1252(window.span) { encoding = .utf8 }
        case .table(let delimiter):
            splitter = .rows(RowSplitter(delimiter: delimiter, maxBytes: settings.maxRecordBytes))
            shape = .header(delimiter: delimiter)
        case .text: (splitter, shape) = (.whole(nil), .text)
        case .refused(let rejection): (splitter, shape) = (.whole(rejection), .refused(format))
        }
    }
}
