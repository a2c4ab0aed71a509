import Reports

/// Reads `intake.yaml`; the zone and region are the agency's.
struct IntakeReader {
    let agency: AgencySettings
    let problems: ConfigProblems

    private static let dateOrders: [String: IntakeSettings.DateOrder] = ["day-first": .dayFirst, "month-first": .monthFirst]
    private static let rowLayouts: [String: IntakeSettings.RowLayout] = [
        "one-a-visit": .oneAVisit, "several-a-visit": .severalAVisit,
    ]
    private static let encodings: [String: IntakeSettings.TextEncoding] = [
        "automatic": .automatic, "utf-8": .utf8, "utf-16le": .utf16LittleEndian, "utf-16be": .utf16BigEndian,
        "windows-1252": .windows1252,
    ]

    func settings(_ root: ConfigNode) -> IntakeSettings {
        var intake = IntakeSettings()
        intake.timeZone = agency.timeZone
        intake.region = agency.region
        _ = root.map(problems) { map in
            intake.columns = map.required("columns").map(columns) ?? intake.columns
            intake.dateOrder = choice(map.required("dates"), Self.dateOrders) ?? intake.dateOrder
            intake.rowLayout = choice(map.optional("rows"), Self.rowLayouts) ?? intake.rowLayout
            intake.notePath = map.optional("note_path").flatMap(notePath) ?? intake.notePath
            readWords(map, into: &intake)
            intake.notesHoldHTML = map.bool("notes_hold_html", else: intake.notesHoldHTML)
            intake.encoding = choice(map.optional("encoding"), Self.encodings) ?? intake.encoding
            if let limits = map.optional("limits") { readLimits(limits, into: &intake) }
            return true
        }
        return intake
    }

    private func choice<Choice>(_ node: ConfigNode?, _ choices: [String: Choice]) -> Choice? {
        node?.name(in: Array(choices.keys), problems).flatMap { choices[$0] }
    }

    private func readLimits(_ node: ConfigNode, into intake: inout IntakeSettings) {
        _ = node.map(problems) { map in
            intake.maxRecordBytes = map.int("record_bytes", in: 1_024...1 << 30, else: intake.maxRecordBytes)
            intake.maxColumns = map.int("columns", in: 1...100_000, else: intake.maxColumns)
            intake.maxIdentifierBytes = map.int("identifier_bytes", in: 8...4_096, else: intake.maxIdentifierBytes)
            return true
        }
    }

    private func readWords(_ map: ConfigMap, into intake: inout IntakeSettings) {
        intake.trueWords = map.strings("true_words", else: intake.trueWords)
        guard let falseWords = map.optional("false_words")?.locatedStrings(problems) else { return }
        intake.falseWords = falseWords.map(\.value)
        for word in falseWords where intake.trueWords.contains(word.value) {
            problems.report(
                .contradiction, at: word.place, "\"\(word.value)\" is among the true words too", mend: "Keep one of the two.")
        }
    }
}

/// Column maps and paths.
extension IntakeReader {
    private func columns(_ node: ConfigNode) -> [ReportField: [String]] {
        var columns: [ReportField: [String]] = [:]
        var fields: [String: ReportField] = [:]
        _ = node.map(problems) { map in
            for field in ReportField.allCases {
                let isNeeded = [.client, .note, .start].contains(field)
                let names =
                    (isNeeded ? map.required(field.rawValue) : map.optional(field.rawValue))?.locatedStrings(problems) ?? []
                for name in names { reportShared(name, of: field, in: &fields) }
                columns[field] = names.map(\.value)
            }
            return true
        }
        return columns
    }

    private func reportShared(_ name: Located<String>, of field: ReportField, in fields: inout [String: ReportField]) {
        let key = name.value.lowercased().filter { !" _-./".contains($0) }
        if let other = fields[key] {
            problems.report(
                .duplicateName, at: name.place, "column \"\(name.value)\" is named twice, first under \"\(other.rawValue)\"",
                mend: "A column holds one field: remove one of the two.")
        }
        fields[key] = fields[key] ?? field
    }

    private func notePath(_ node: ConfigNode) -> String? {
        guard let path = node.string(problems) else { return nil }
        let known = ReportField.allCases.map(\.rawValue) + ["time"]
        for gap in SayPlaceholders.gaps(in: path) where !known.contains(gap) {
            problems.report(
                .badPlaceholder, at: node.place, "a note's path has no field {\(gap)}",
                expected: "{client}, {date}, {time}, {id}, {carer} or another field", suggestion: nearestName(to: gap, in: known))
        }
        return path
    }
}
