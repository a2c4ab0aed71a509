import TextMatching

/// Pressures, scores out of ten and values that follow others.
extension ReadingScan {
    func pair(_ number: NoteNumber, _ second: Double) -> Take? {
        if let score = score(number, outOf: second) { return score }
        guard number.decimals == 0, let form = table.forms.firstIndex(where: { $0.isPair }) else { return nil }
        let bit = UInt16(1) << UInt16(form)
        let isNamed = (1...3).contains { use(number.tokens.lowerBound - $0).labels & bit != 0 }
        let isCounted = use(number.tokens.upperBound + 1).has(.counted) && use(number.tokens.upperBound + 1).unit < 0
        let plausible = table.forms[form].plausible
        let looksRight =
            plausible.contains(number.first) && second >= 25 && second < number.first - 5
            && second >= number.first * 0.3 && number.first >= 60
        guard isNamed || (looksRight && !isCounted), second >= 20, number.first >= 20 else { return nil }
        var take = Take(form, number)
        let unit = Int(use(take.last + 1).unit)
        if unit >= 0, table.units[unit].form == form { (take.unit, take.last) = (unit, take.last + 1) }
        take.isImplausible = !plausible.contains(number.first) || second >= number.first
        return take
    }

    /// "7 of 10", "four out of ten".
    func outOfTen(_ number: NoteNumber) -> Take? {
        var at = number.tokens.upperBound + 1
        if use(at).has(.out) { at += 1 }
        guard use(at).has(.of), let top = numbers.number(at: at + 1), top.second == nil,
            var take = score(number, outOf: top.first)
        else { return nil }
        take.last = top.tokens.upperBound
        return take
    }

    private func score(_ number: NoteNumber, outOf top: Double) -> Take? {
        guard let form = table.forms.firstIndex(where: { $0.outOf == top }) else { return nil }
        guard mentions(form, before: number), !isExcluded(number, form, hasUnit: true) else { return nil }
        var take = Take(form, number)
        take.isImplausible = !table.forms[form].plausible.contains(number.first)
        return take
    }

    /// Whether the note has spoken of it in this sentence or the one before.
    private func mentions(_ form: Int, before number: NoteNumber) -> Bool {
        if latest?.form == form { return true }
        let bit = UInt16(1) << UInt16(form)
        var sentences = 0
        var at = number.tokens.lowerBound - 1
        while at >= 0 {
            if tokens[at].id == .hardBorder { sentences += 1 }
            if sentences > 1 { break }
            if (use(at).labels | use(at).despite) & bit != 0 { return true }
            at -= 1
        }
        at = number.tokens.upperBound + 1
        while !(at >= tokens.count || tokens[at].id == .hardBorder) {
            if use(at).labels & bit != 0 { return true }
            at += 1
        }
        return false
    }

    /// "200 + 150 + 250", "91%, 03:00 90%", "it came up to ninety four".
    func next(_ number: NoteNumber) -> Take? {
        guard let latest, !table.forms[latest.form].isPair, endsElement(number.tokens.upperBound + 1) || isUnitShared(number)
        else { return nil }
        let isListed = table.forms[latest.form].comesInLists && latestIsNear(number)
        guard isListed || isRepeated(since: latest, number) else { return nil }
        let fits = latest.unit.map { scaled(number.first, $0, latest.form) } ?? couldBe(number.first, latest.form)
        guard fits, !isExcluded(number, latest.form, hasUnit: false) else { return nil }
        var take = Take(latest.form, number)
        take.unit = latest.unit
        return take
    }

    /// "six ounces of juice and eight of water", "200ml tea, 150 juice".
    private func isUnitShared(_ number: NoteNumber) -> Bool {
        guard let latest, latest.unit != nil else { return false }
        let behind = use(number.tokens.upperBound + 1)
        return behind.has(.of) || behind.despite & (1 << UInt16(latest.form)) != 0
    }

    private func scaled(_ value: Double, _ unit: Int, _ form: Int) -> Bool {
        table.forms[form].plausible.contains(value * table.units[unit].factor + table.units[unit].offset)
    }

    /// Only borders, times and little words stand between the latest reading and this number.
    func latestIsNear(_ number: NoteNumber) -> Bool {
        guard let latest, number.tokens.lowerBound - latest.last <= 8 else { return false }
        return (latest.last + 1..<number.tokens.lowerBound).allSatisfy { index in
            if tokens[index].id == .hardBorder { return false }
            let word = use(index)
            return isBorder(index) || numbers.isNumber(index) || word.has(any: Self.joints)
                || word.despite & (1 << UInt16(latest.form)) != 0
        }
    }

    private static var joints: UInt32 {
        typealias Role = NumberLanguage.Role
        return Role.and.bit | Role.filler.bit | Role.of.bit | Role.to.bit | Role.at.bit | Role.again.bit
    }

    /// A word of measuring again stands between, and no more than one sentence's end.
    private func isRepeated(since latest: Take, _ number: NoteNumber) -> Bool {
        var ends = 0
        var isAgain = false
        for index in latest.last + 1..<max(latest.last + 1, number.tokens.lowerBound) {
            if tokens[index].id == .hardBorder { ends += 1 }
            if use(index).has(.again) { isAgain = number.tokens.lowerBound - index <= 6 }
        }
        if ends == 0, table.forms[latest.form].comesInLists, use(number.tokens.upperBound + 1).has(.again) { isAgain = true }
        return isAgain && ends <= 2
    }
}
