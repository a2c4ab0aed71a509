import TextMatching

/// What a value is in the catalogue's unit.
extension ReadingScan {
    func signal(_ number: NoteNumber, _ take: Take) -> (Signal, Int) {
        let source = table.forms[take.form]
        var value = number.first
        var last = take.last
        if let unit = take.unit {
            value = value * table.units[unit].factor + table.units[unit].offset
            if let (rest, end) = smaller(than: unit, behind: last) { (value, last) = (value + rest, end) }
        } else if !take.isImplausible, let guess = source.guesses.first(where: { $0.range.contains(value) && holds($0) }) {
            value = value * guess.factor + guess.offset
        }
        if isHalved(number.tokens.lowerBound), source.comesInLists { value /= 2 }
        let scale = source.decimals == 0 ? 1.0 : 10.0
        value = (value * scale).rounded() / scale
        let second = source.isPair ? number.second : nil
        let isPlausible = source.plausible.contains(value) && !take.isImplausible
        let signal = Signal(
            concept: source.concept, assertion: .present, start: Int(tokens[take.first].start), end: Int(tokens[last].end),
            value: value, value2: second, unit: source.unit, isImplausible: !isPlausible, source: "readings.yaml")
        return (signal, last)
    }

    /// "half of 200 ml", "half a 200 ml beaker".
    private func isHalved(_ first: Int) -> Bool {
        (2...3).contains { use(first - $0).has(.half) } && !isBorder(first - 1) && !numbers.isNumber(first - 1)
            && (use(first - 1).has(.of) || use(first - 1).has(.filler))
    }

    /// The pounds of "7 st 10 lb", with or without their unit; the ounces of "152 lb 4 oz".
    private func smaller(than unit: Int, behind last: Int) -> (Double, Int)? {
        let factor = table.units[unit].smaller
        let at = use(last + 1).has(.and) ? last + 2 : last + 1
        guard factor > 0, let number = numbers.number(at: at), number.second == nil, number.first < 16 else { return nil }
        let end = number.tokens.upperBound
        let named = Int(use(end + 1).unit)
        let isNamed = named >= 0 && table.units[named].factor < table.units[unit].factor || named == table.ounce && named >= 0
        let isStone = table.units[unit].factor > 1
        guard isNamed || (isStone && at == last + 1 && !use(end + 1).has(.counted)) else { return nil }
        return (number.first * factor, isNamed ? end + 1 : end)
    }
}
