extension Rejection {
    /// The whole sentence for a person; names places and fields, never content.
    func reason(at place: RecordPlace, kept: Int, of length: Int) -> String {
        let what =
            switch self {
            case .compressedDataEndsEarly, .compressedDataDamaged: "The record that it broke off in was kept as far as it goes"
            default: kept == length ? "It was kept whole" : "Its first \(kept) of \(length) bytes were kept"
            }
        return "\(place.description): \(whatIsWrong). \(what); \(whatToDo)."
    }

    /// Without the place and without what was kept.
    var problem: String { "\(whatIsWrong); \(whatToDo)" }

    private var whatIsWrong: String {
        switch self {
        case .notJSON(let expected): "not valid JSON: expected \(expected)"
        case .notUTF8: "bytes that are no UTF-8 text"
        case .nulByte: "a NUL byte in the text"
        case .brokenEscape: "a \\u escape that names no character"
        case .missing(let field): "there is no \(field)"
        case .empty(let field): "\(field) is empty"
        case .tooLong(let field, let limit): "\(field) is longer than \(limit) bytes"
        case .wrongType(let field, let expected): "\(field) should be \(expected)"
        case .notATime(let field): "\(field) is not a time that can be read"
        case .noSuchTime(let field): "\(field) is a day or time that does not exist"
        case .timeOutOfRange(let field): "\(field) lies outside the years 1900 to 2200"
        case .endBeforeStart: "the visit ends before it starts"
        case .notYesOrNo(let field): "\(field) is neither a word for yes nor a word for no"
        case .notAFHIRReport(let why): "not a FHIR report: \(why)"
        default: whatIsWrongInFile
        }
    }

    private var whatIsWrongInFile: String {
        switch self {
        case .recordTooLong(let limit): "the record is longer than \(limit) bytes"
        case .cellCount(let expected, let found): "the row has \(found) cells where the header has \(expected)"
        case .tooManyColumns(let limit): "there are more than \(limit) columns"
        case .unbalancedQuote: "a quoted cell is not closed"
        case .missingColumns(let missing, let found):
            "no column for \(missing.joined(separator: ", ")); \(listed(found))"
        case .doubleColumn(let name): "the column \(name) is there more than once"
        case .rowsDisagree(let field): "the rows of this visit do not agree on \(field)"
        case .compressedDataEndsEarly: "the compressed file ends early from here on"
        case .compressedDataDamaged: "the compressed file is damaged from here on"
        case .notAReportFile(let kind): "this is \(kind), not a file of reports"
        case .cannotBeOpened: "the file cannot be opened"
        case .pathDoesNotFit(let pattern): "the path does not fit the pattern \(pattern)"
        case .unknownFormat: "the format of the file cannot be told"
        default: ""
        }
    }

    private var whatToDo: String {
        switch self {
        case .missingColumns, .doubleColumn: "map the columns in intake.yaml or mend the header, then read the file again"
        case .compressedDataEndsEarly, .compressedDataDamaged:
            "all records before were read; fetch the file again and read it anew"
        case .notAReportFile: "export the reports as NDJSON, CSV or text and read those"
        case .cannotBeOpened: "check its permissions and read it again"
        case .pathDoesNotFit: "rename the file or set note_path in intake.yaml, then read it again"
        case .unknownFormat: "name the format with --input-format and read it again"
        case .recordTooLong, .tooManyColumns, .tooLong: "raise the limit in intake.yaml or mend the record, then read it again"
        case .notUTF8, .nulByte: "check the encoding of the export, then read it again"
        case .notYesOrNo: "add the word to intake.yaml or mend the record, then read it again"
        default: "mend the record and read it again"
        }
    }
}

private func listed(_ columns: [String]) -> String {
    guard !columns.isEmpty else { return "the first row does not look like a header" }
    let shown = columns.prefix(20).map { String($0.prefix(40)) }.joined(separator: ", ")
    return "the columns found are \(shown)" + (columns.count > 20 ? " and \(columns.count - 20) more" : "")
}
