import TextMatching

/// Finds measured values beside the words that name them.
struct ReadingTable: Sendable {
    private struct Form: Sendable {
        var source: ReadingForm
        var labels: Set<TokenID>
        var shortLabels: Set<TokenID>
        var units: [TokenID: ReadingForm.Unit]
        var unless: Set<TokenID>

        /// Whether a number without a unit can be such a value at all.
        func couldBe(_ value: Double, _ region: String?) -> Bool {
            source.plausible.contains(value) || source.guesses.contains { $0.range.contains(value) }
        }
    }

    private let forms: [Form]
    private let isLabel: Set<TokenID>
    private let was: Set<TokenID>
    private let stones: Set<TokenID>

    init(_ sources: [ReadingForm], compiler: inout PhraseCompiler) {
        func ids(_ words: [String]) -> Set<TokenID> { Set(words.flatMap { compiler.ids(of: $0) }) }
        forms = sources.map { source in
            var units: [TokenID: ReadingForm.Unit] = [:]
            for unit in source.units {
                for id in ids(unit.words) { units[id] = unit }
            }
            return Form(
                source: source, labels: ids(source.labels), shortLabels: ids(source.shortLabels), units: units,
                unless: ids(source.unless))
        }
        isLabel = forms.reduce(into: []) {
            $0.formUnion($1.labels); $0.formUnion($1.shortLabels)
        }
        was = ids([
            "was", "from", "usual", "usually", "before", "baseline", "previously", "previous", "last", "than", "norm", "normally",
        ])
        stones = ids(["st", "stone", "stones"])
    }

    func readings(in tokens: [Token], bytes: [UInt8], region: String?, forms normal: NormalForms) -> [Signal] {
        var found: [Signal] = []
        for index in tokens.indices where isNumeric(tokens[index], bytes) {
            guard let number = NoteNumber(tokens[index], bytes) else { continue }
            for form in forms {
                if let signal = reading(number, at: index, form, tokens, bytes, region) {
                    found.append(signal)
                    break
                }
            }
        }
        return found
    }

    private func isNumeric(_ token: Token, _ bytes: [UInt8]) -> Bool {
        let first = bytes.indices.contains(Int(token.start)) ? bytes[Int(token.start)] : 0
        return first >= 0x30 && first <= 0x39 && !token.isBorder
    }

    private func reading(
        _ number: NoteNumber, at index: Int, _ form: Form, _ tokens: [Token], _ bytes: [UInt8], _ region: String?
    ) -> Signal? {
        let isPressure = form.source.concept == "reading.blood-pressure"
        guard
            isPressure == (number.second != nil && number.second.map { $0 >= 20 } ?? false)
                || form.source.concept == "reading.pain"
        else { return nil }
        let unitIndex = index + 1
        let unit = unitIndex < tokens.count ? form.units[tokens[unitIndex].id] : nil
        let label = labelDistance(index, form, tokens)
        guard label != nil || (unit != nil && form.source.unitSuffices) else { return nil }
        if unit == nil, number.second == nil, !form.couldBe(number.first, region) { return nil }
        if isOld(index, tokens, label) || excluded(index, form, tokens) { return nil }
        return signal(number, index, unit, form, tokens, bytes, region)
    }

    /// How many words before the number its label stands; nil without one. Another label in between takes the number.
    private func labelDistance(_ index: Int, _ form: Form, _ tokens: [Token]) -> Int? {
        var distance = 0
        var at = index - 1
        while at >= 0, distance < 5 {
            let id = tokens[at].id
            if id == .hardBorder { return nil }
            if form.labels.contains(id) { return distance }
            if form.shortLabels.contains(id), distance <= 1 { return distance }
            if isLabel.contains(id) || id == .number && distance > 2 { return nil }
            distance += 1
            at -= 1
        }
        return nil
    }

    private func isOld(_ index: Int, _ tokens: [Token], _ label: Int?) -> Bool {
        let reach = min(2, label ?? 2)
        return (max(0, index - reach)..<index).contains { was.contains(tokens[$0].id) }
    }

    private func excluded(_ index: Int, _ form: Form, _ tokens: [Token]) -> Bool {
        guard !form.unless.isEmpty else { return false }
        return (max(0, index - 5)..<min(tokens.count, index + 5)).contains { form.unless.contains(tokens[$0].id) }
    }

    private func signal(
        _ number: NoteNumber, _ index: Int, _ unit: ReadingForm.Unit?, _ form: Form, _ tokens: [Token],
        _ bytes: [UInt8], _ region: String?
    ) -> Signal? {
        let source = form.source
        var value = number.first
        var last = index
        if let unit {
            last = index + 1
            value = value * unit.factor + unit.offset
            if stones.contains(tokens[last].id), last + 1 < tokens.count,
                let pounds = NoteNumber(tokens[last + 1], bytes), pounds.first < 14
            {
                value += pounds.first * 0.453_592_37
                last += 1
            }
        } else if let guess = source.guesses.first(where: { guess in
            guess.range.contains(value) && (guess.regions.isEmpty || region.map(guess.regions.contains) ?? false)
        }) {
            value = value * guess.factor + guess.offset
        }
        if source.concept == "reading.pain", let scale = number.second, scale != 10 { return nil }
        if source.concept == "reading.pain", number.second == nil, number.first > 10 { return nil }
        let rounded = Self.round(value, source.decimals)
        let second = source.concept == "reading.blood-pressure" ? number.second : nil
        let isPlausible = source.plausible.contains(rounded) && second.map { $0 >= 20 && $0 < rounded } ?? true
        return Signal(
            concept: source.concept, assertion: .present, start: Int(tokens[index].start), end: Int(tokens[last].end),
            value: rounded, value2: second, unit: source.unit, isImplausible: !isPlausible, source: "readings.yaml")
    }

    private static func round(_ value: Double, _ decimals: Int) -> Double {
        let scale = decimals == 0 ? 1.0 : 10.0
        return (value * scale).rounded() / scale
    }
}

/// A number as written: "51.3", "146/82", "1,200".
struct NoteNumber {
    var first: Double
    /// What stands behind a slash.
    var second: Double?

    init?(_ token: Token, _ bytes: [UInt8]) {
        let written = bytes[Int(token.start)..<min(Int(token.end), bytes.count)]
        let parts = written.split(separator: 0x2f)
        guard parts.count <= 2, let head = parts.first, !written.contains(0x3a) else { return nil }
        guard let value = Self.value(head) else { return nil }
        first = value
        second = parts.count == 2 ? Self.value(parts[1]) : nil
        if parts.count == 2, second == nil { return nil }
    }

    private static func value(_ digits: ArraySlice<UInt8>) -> Double? {
        var text = String(decoding: digits, as: UTF8.self)
        text.removeAll { $0 == "," }
        return Double(text)
    }
}
