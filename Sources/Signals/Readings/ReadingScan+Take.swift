import TextMatching

/// Which reading a number is.
extension ReadingScan {
    func take(_ number: NoteNumber) -> Take? {
        if let second = number.second { return pair(number, second) }
        let first = number.tokens.lowerBound
        let (unit, unitToken) = unit(behind: number)
        let last = unitToken ?? number.tokens.upperBound
        let isCounted = unit == nil && counts(number.tokens.upperBound + 1)
        if isCounted { return perMinute(number) ?? outOfTen(number) }
        if let unit, let form = formOfUnit(unit, number) {
            return Take(form: form, unit: unit, first: first, last: last)
        }
        if let form = labelled(number, hasUnit: unit != nil, unit: unit) {
            if let scaled = outOfTen(number), scaled.form == form { return scaled }
            let isFitting = couldBe(number.first, form) || unit != nil
            return Take(form: form, unit: unit, first: first, last: last, isImplausible: !isFitting)
        }
        if unit != nil { return nil }
        return outOfTen(number) ?? named(behind: number) ?? next(number) ?? perMinute(number) ?? bare(number)
            ?? drink(number)
    }

    /// Whether a number without a unit can be such a value at all.
    func couldBe(_ value: Double, _ form: Int) -> Bool {
        table.forms[form].plausible.contains(value)
            || table.forms[form].guesses.contains { $0.range.contains(value) && holds($0) }
    }

    func holds(_ guess: ReadingForm.Guess) -> Bool {
        guess.regions.isEmpty || region.map(guess.regions.contains) ?? false
    }

    private func unit(behind number: NoteNumber) -> (Int?, Int?) {
        var at = number.tokens.upperBound + 1
        if use(at).unit < 0, use(at).has(.beforeUnit) { at += 1 }
        let unit = use(at).unit
        guard unit >= 0, !isLabelOfNext(at) else { return (nil, nil) }
        return (Int(unit), at)
    }

    /// "HR" in "96 HR 72" names what follows.
    func isLabelOfNext(_ index: Int) -> Bool {
        guard use(index).isLabel else { return false }
        return numbers.isNumber(index + 1) || id(index + 1) == .colon
    }

    private func counts(_ index: Int) -> Bool { use(index).has(.counted) && !isLabelOfNext(index) }

    private func formOfUnit(_ unit: Int, _ number: NoteNumber) -> Int? {
        let form = table.units[unit].form
        let source = table.forms[form]
        if isExcluded(number, form, hasUnit: true) { return nil }
        // A volume too small for a drink is a dose.
        let value = number.first * table.units[unit].factor + table.units[unit].offset
        if source.comesInLists, value < source.plausible.lowerBound { return nil }
        if source.unitSuffices || hasLabel(form, number, within: 12) || latestIsNear(number) { return form }
        return nil
    }

    func hasLabel(_ form: Int, _ number: NoteNumber, within reach: Int) -> Bool {
        let bit = UInt16(1) << UInt16(form)
        var at = number.tokens.lowerBound - 1
        while at >= 0, number.tokens.lowerBound - at <= reach, tokens[at].id != .hardBorder {
            if (use(at).labels | use(at).shortLabels) & bit != 0 { return true }
            at -= 1
        }
        return (1...3).contains { use(number.tokens.upperBound + $0).behind & bit != 0 }
    }

    /// The form whose label stands before the number; the fewer the words between, the less the number must look like it.
    private func labelled(_ number: NoteNumber, hasUnit: Bool, unit: Int?) -> Int? {
        var at = number.tokens.lowerBound - 1
        var cost = 0
        let limit = number.decimals > 0 || hasUnit ? 5 : 2
        while at >= 0, cost <= limit, tokens[at].id != .hardBorder {
            let word = use(at)
            if word.isLabel, !isDuration(at), let form = form(of: word, number, cost, unit) {
                return isExcluded(number, form, hasUnit: hasUnit) ? nil : form
            }
            if numbers.isNumber(at), !isClock(at) { return nil }
            switch tokens[at].id {
            case .colon: break
            case .softBorder: cost += 1
            default: cost += word.has(.filler) || isClock(at) ? 0 : 1
            }
            at -= 1
        }
        return nil
    }

    /// "hr" in "1 hr 20".
    private func isDuration(_ index: Int) -> Bool {
        guard use(index).has(.counted), numbers.isNumber(index - 1) else { return false }
        return (numbers.number(at: index - 1)?.first ?? 99) <= 12
    }

    private func isClock(_ index: Int) -> Bool {
        guard numbers.isNumber(index) else { return false }
        guard let number = NoteNumber(tokens[index], at: index, bytes) else { return true }
        return number.looksLikeTime || use(index - 1).has(.at)
    }

    private func form(of word: WordUse, _ number: NoteNumber, _ cost: Int, _ unit: Int?) -> Int? {
        // "R 22" names the respiration, "turned to the right till 4" does not.
        let isBeside = cost == 0
        for form in table.forms.indices where !table.forms[form].isPair {
            let bit = UInt16(1) << UInt16(form)
            guard word.labels & bit != 0 || (word.shortLabels & bit != 0 && isBeside) else { continue }
            if let unit { return table.units[unit].form == form ? form : nil }
            if couldBe(number.first, form) { return form }
            let isTypingError = word.labels & bit != 0 && cost == 0 && number.first > table.forms[form].plausible.upperBound
            if isTypingError, table.forms[form].outOf == nil, !table.forms[form].comesInLists { return form }
        }
        return nil
    }

    /// "102.4 under the arm", "171 on the scale".
    private func named(behind number: NoteNumber) -> Take? {
        for step in 1...6 {
            let at = number.tokens.upperBound + step
            if isBorder(at) || (numbers.isNumber(at) && step > 1) { return nil }
            let behind = use(at).behind
            guard behind != 0 else { continue }
            for form in table.forms.indices where behind & (1 << UInt16(form)) != 0 && couldBe(number.first, form) {
                let isNear = step == 1 || use(number.tokens.upperBound + 1).has(any: NumberLanguage.Role.at.bit)
                if isNear, !isExcluded(number, form, hasUnit: false) { return Take(form, number) }
            }
        }
        return nil
    }

    private func perMinute(_ number: NoteNumber) -> Take? {
        // "28 a minute", "72/min"; "28 minutes" are a time.
        let minute = number.tokens.upperBound + 2
        guard use(minute).has(.minute) else { return nil }
        for form in table.forms.indices where table.forms[form].unit.hasSuffix("/min") {
            guard couldBe(number.first, form), mentions(form, around: number) else { continue }
            return Take(form: form, unit: nil, first: number.tokens.lowerBound, last: minute)
        }
        return nil
    }

    private func mentions(_ form: Int, around number: NoteNumber) -> Bool {
        let bit = UInt16(1) << UInt16(form)
        let sentence = sentence(of: number.tokens.lowerBound)
        return sentence.contains { (use($0).labels | use($0).despite) & bit != 0 }
    }

    /// What may stand alone: a temperature with its decimal, a pulse behind a pressure.
    private func bare(_ number: NoteNumber) -> Take? {
        let isAlone = isBorder(number.tokens.upperBound + 1) || endsElement(number.tokens.upperBound + 1)
        guard isAlone else { return nil }
        for form in table.forms.indices {
            if let range = table.forms[form].afterPressure, range.contains(number.first), number.decimals == 0,
                followsPressure(number, form)
            {
                return Take(form, number)
            }
            let fits = table.forms[form].bare.contains { $0.range.contains(number.first) && holds($0) }
            guard fits else { continue }
            if table.forms[form].comesInLists {
                guard isBorder(number.tokens.lowerBound - 1), number.first.truncatingRemainder(dividingBy: 50) == 0,
                    mentions(form, around: number), latest == nil
                else { continue }
            } else if number.decimals != 1 {
                continue
            }
            if !isExcluded(number, form, hasUnit: false) { return Take(form, number) }
        }
        return nil
    }

    /// "126/74, 72, 16": what stands at once behind a pressure, or behind what does.
    private func followsPressure(_ number: NoteNumber, _ form: Int) -> Bool {
        guard let latest, latest.form != form else { return false }
        let isInRow = table.forms[latest.form].isPair || table.forms[latest.form].afterPressure != nil
        let between = latest.last + 1..<max(latest.last + 1, number.tokens.lowerBound)
        return isInRow && between.count <= 1 && between.allSatisfy { tokens[$0].id == .softBorder }
    }

    /// "Tea 250, soup 180": a round volume at once behind what was drunk.
    private func drink(_ number: NoteNumber) -> Take? {
        let before = number.tokens.lowerBound - 1
        guard number.decimals == 0, number.first >= 50, number.first <= 1_000, isBorder(number.tokens.upperBound + 1),
            number.first.truncatingRemainder(dividingBy: 10) == 0
        else { return nil }
        for form in table.forms.indices where table.forms[form].comesInLists && table.forms[form].unitSuffices {
            guard use(before).despite & 1 << UInt16(form) != 0, !isExcluded(number, form, hasUnit: false) else { continue }
            return Take(form, number)
        }
        return nil
    }

    /// Whether the words from here on no longer belong to the number.
    func endsElement(_ index: Int) -> Bool {
        let word = use(index)
        return isBorder(index) || word.isLabel || word.has(.filler) || word.has(.and) || word.has(.again)
            || word.has(any: NumberLanguage.Role.at.bit | NumberLanguage.Role.to.bit)
    }
}

extension ReadingScan.Take {
    init(_ form: Int, _ number: NoteNumber) {
        self.init(form: form, unit: nil, first: number.tokens.lowerBound, last: number.tokens.upperBound)
    }
}
