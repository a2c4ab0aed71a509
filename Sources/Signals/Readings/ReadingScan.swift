import TextMatching

/// One walk over a note from number to number.
struct ReadingScan {
    /// A value that was taken for a reading of a form.
    struct Take {
        var form: Int
        var unit: Int?
        /// First and last token, the unit included.
        var first: Int
        var last: Int
        var isImplausible = false
    }

    let table: ReadingTable
    let tokens: [Token]
    let bytes: [UInt8]
    let region: String?
    let numbers: NumberReader
    var latest: Take?
    var found: [Signal] = []

    init(table: ReadingTable, tokens: [Token], bytes: [UInt8], region: String?) {
        self.table = table
        self.tokens = tokens
        self.bytes = bytes
        self.region = region
        numbers = NumberReader(table: table, tokens: tokens, bytes: bytes)
    }

    mutating func signals() -> [Signal] {
        var index = 0
        while index < tokens.count {
            guard numbers.isNumber(index), let number = numbers.number(at: index) else {
                index += 1
                continue
            }
            index = max(number.tokens.upperBound, read(number)) + 1
        }
        return found
    }

    func use(_ index: Int) -> WordUse { numbers.use(index) }

    func id(_ index: Int) -> TokenID {
        index >= 0 && index < tokens.count ? tokens[index].id : .hardBorder
    }

    func isBorder(_ index: Int) -> Bool {
        index < 0 || index >= tokens.count || tokens[index].isBorder || use(index).has(.stop)
    }

    /// The last token that was read.
    private mutating func read(_ number: NoteNumber) -> Int {
        var number = number
        if let upper = rangeEnd(number) {
            guard upper.second != nil, upper.first <= 10 else { return upper.tokens.upperBound }
            number = NoteNumber(upper.first, at: number.tokens.lowerBound...upper.tokens.upperBound)
            number.second = upper.second
        }
        if isTime(number) || isWhole(number) { return number.tokens.upperBound }
        guard let take = take(number) else { return number.tokens.upperBound }
        guard !isLimit(number), !isOld(number, take) else { return take.last }
        let (signal, last) = signal(number, take)
        for _ in 0..<count(number, take, last) { found.append(signal) }
        latest = take
        latest?.last = last
        return last
    }

    /// The upper end of "140-180".
    private func rangeEnd(_ number: NoteNumber) -> NoteNumber? {
        let last = number.tokens.upperBound
        let end = Int(tokens[last].end)
        let isDash = numbers.byte(end) == 0x2d || (numbers.byte(end) == 0xe2 && numbers.byte(end + 1) == 0x80)
        guard isDash, last + 1 < tokens.count, Int(tokens[last + 1].start) - end <= 3,
            number.decimals > 0 || number.tokens.count == 1, tokens[last].end > tokens[last].start,
            numbers.byte(Int(tokens[last].start)) < 0x40
        else { return nil }
        return numbers.number(at: last + 1)
    }

    private func isTime(_ number: NoteNumber) -> Bool {
        guard number.second == nil else { return false }
        if number.looksLikeTime { return true }
        let isAt = use(number.tokens.lowerBound - 1).has(.at)
        if isAt, id(number.tokens.upperBound + 1) == .colon { return true }
        return isAt && (number.decimals == 2 || number.first >= 800 && number.decimals == 0)
    }

    /// "200" in "drank 100 of 200 ml".
    private func isWhole(_ number: NoteNumber) -> Bool {
        let before = number.tokens.lowerBound - 1
        return use(before).has(.of) && numbers.isNumber(before - 1) && latest?.last == before - 1
    }

    /// How many readings one number stands for: "2 x 200 ml", "two cups of 200 ml", "200 ml x2".
    private func count(_ number: NoteNumber, _ take: Take, _ last: Int) -> Int {
        guard table.forms[take.form].comesInLists, take.unit != nil else { return 1 }
        var at = number.tokens.lowerBound - 1
        while use(at).has(any: NumberLanguage.Role.of.bit | NumberLanguage.Role.at.bit) { at -= 1 }
        var times = 1.0
        if use(at).has(any: NumberLanguage.Role.container.bit | NumberLanguage.Role.times.bit), numbers.isNumber(at - 1) {
            times = numbers.number(at: at - 1)?.first ?? 1
        } else if last + 1 < tokens.count, tokens[last + 1].end - tokens[last + 1].start == 2,
            numbers.byte(Int(tokens[last + 1].start)) | 0x20 == 0x78
        {
            times = Double(numbers.byte(Int(tokens[last + 1].start) + 1)) - 0x30
        } else if use(last + 1).has(.times), numbers.isNumber(last + 2) {
            times = numbers.number(at: last + 2)?.first ?? 1
        }
        return times >= 1 && times <= 8 ? Int(times) : 1
    }
}
