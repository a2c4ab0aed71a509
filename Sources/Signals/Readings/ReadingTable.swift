import TextMatching

/// The words that lead to measured values, by token.
struct ReadingTable: Sendable {
    struct Unit: BitwiseCopyable, Sendable {
        var form: Int
        var factor: Double
        var offset: Double
        /// Stone and pounds are written as two numbers, as are pounds and ounces.
        var smaller: Double
    }

    let forms: [ReadingForm]
    let units: [Unit]
    let ounce: Int
    private let uses: [WordUse]

    init(_ sources: [ReadingForm], _ language: NumberLanguage, compiler: inout PhraseCompiler) {
        forms = sources
        var table: [TokenID: WordUse] = [:]
        func mark(_ words: [String], _ set: (inout WordUse) -> Void) {
            for word in words {
                if let id = compiler.ids(of: word).last { set(&table[id, default: WordUse()]) }
            }
        }
        var units: [Unit] = []
        for (index, form) in sources.enumerated() {
            let bit = UInt16(1) << UInt16(min(index, 15))
            mark(form.labels) { $0.labels |= bit }
            mark(form.shortLabels) { $0.shortLabels |= bit }
            mark(form.behind) { $0.behind |= bit }
            mark(form.unless) { $0.unless |= bit }
            mark(form.despite) { $0.despite |= bit }
            mark(form.changes) { $0.changes |= bit }
            for unit in form.units where units.count < Int(Int8.max) {
                let number = Int8(units.count)
                mark(unit.words) { $0.unit = number }
                units.append(Unit(form: index, factor: unit.factor, offset: unit.offset, smaller: unit.smaller))
            }
        }
        for (role, words) in language.words { mark(words) { $0.roles |= role.bit } }
        for (word, value) in language.numbers { mark([word]) { $0.number = Int8(clamping: value) } }
        for form in sources { compiler.let(numbersStickTo: form.labels + form.shortLabels) }
        for form in sources {
            for unit in form.units where unit.smaller > 0 { compiler.let(numbersStickTo: unit.words) }
        }
        compiler.let(numbersStickTo: language.words[.times] ?? [])
        self.units = units
        ounce = Int(table[compiler.ids(of: "oz").last ?? .unknown]?.unit ?? -1)
        var uses = [WordUse](repeating: .nothing, count: Int((table.keys.max() ?? 0) + 1))
        for (id, use) in table where id >= 5 { uses[Int(id)] = use }
        self.uses = uses
    }

    func use(_ id: TokenID) -> WordUse { Int(id) < uses.count ? uses[Int(id)] : .nothing }

    /// The values in the note, in order.
    func readings(in tokens: [Token], bytes: [UInt8], region: String?) -> [Signal] {
        var scan = ReadingScan(table: self, tokens: tokens, bytes: bytes, region: region)
        return scan.signals()
    }
}
