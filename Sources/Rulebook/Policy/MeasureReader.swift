import Signals
import Trends

/// Reads `measures.yaml`.
struct MeasureReader {
    let concepts: Catalogue
    let problems: ConfigProblems

    func measures(_ root: ConfigNode, _ places: inout RulebookPlaces) -> MeasureCatalogue {
        var catalogue = MeasureCatalogue(measures: [])
        _ = root.map(problems) { map in
            catalogue.falseAlerts = map.required("false_alerts")?.falseAlertBudget(problems)?.perClientYear ?? 0.5
            catalogue.portions = map.optional("portions").flatMap(portions) ?? catalogue.portions
            catalogue.calibration = map.double("calibration", in: 0.1...1, else: catalogue.calibration)
            catalogue.writtenNote = map.optional("written_note")?.count(of: "character", problems) ?? catalogue.writtenNote
            catalogue.copiedNote = map.optional("copied_note")?.count(of: "character", problems) ?? catalogue.copiedNote
            catalogue.chronic = map.optional("chronic").flatMap(chronic)
            catalogue.carers = map.optional("carers").flatMap(carers)
            catalogue.caution = map.double("caution", in: 1...100, else: catalogue.caution)
            catalogue.notSeen = map.optional("not_seen").map { concepts.concepts($0, problems) } ?? []
            catalogue.leave = map.optional("leave").flatMap(leave) ?? LeaveRule()
            catalogue.measures = (map.required("measures")?.list(problems) ?? []).compactMap { measure($0, &places) }
            let ids = catalogue.measures.map(\.id)
            catalogue.review = map.optional("review").flatMap { review($0, known: ids) }
            catalogue.composite = map.optional("composite").flatMap { composite($0, members: ids, &places) }
            catalogue.weight = map.optional("weight").flatMap { weight($0, &places) }
            catalogue.ranges = (map.optional("ranges")?.list(problems) ?? []).compactMap { range($0, &places) }
            return true
        }
        return catalogue
    }

    private func portions(_ node: ConfigNode) -> BudgetPortions? {
        node.map(problems) { map in
            let read = ["trends", "composite", "recovery", "patterns"].map { map.double($0, in: 0...1) }
            guard case let parts = read.compactMap(\.self), parts.count == read.count else { return nil }
            let sum = parts.reduce(0, +)
            if abs(sum - 1) > 1e-6 {
                problems.report(
                    .badSum, at: node.place, "the portions add up to \(inWords(sum))", expected: "a sum of 1")
            }
            return BudgetPortions(trends: parts[0], composite: parts[1], recovery: parts[2], patterns: parts[3])
        }
    }

    private func leave(_ node: ConfigNode) -> LeaveRule? {
        node.map(problems) { map in
            LeaveRule(
                starts: map.required("starts").map { concepts.concepts($0, problems) } ?? [],
                ends: map.required("ends").map { concepts.concepts($0, problems) } ?? [],
                absence: map.optional("absence")?.days(problems) ?? LeaveRule().absence,
                announced: map.optional("announced").map { concepts.concepts($0, problems) } ?? [],
                notice: map.optional("notice")?.days(problems) ?? LeaveRule().notice)
        }
    }

    private func chronic(_ node: ConfigNode) -> ChronicClients? {
        node.map(problems) { map in
            ChronicClients(
                oneIn: map.required("clients")?.oneIn(problems) ?? 10, usualOneIn: map.required("usual")?.oneIn(problems) ?? 3,
                worth: Double(map.required("worth")?.count(of: "visit", problems) ?? 6))
        }
    }

    private func review(_ node: ConfigNode, known: [String]) -> ReviewRule? {
        node.map(problems) { map in
            ReviewRule(
                oneIn: map.required("limit")?.oneIn(problems) ?? 5, sure: map.double("sure", in: 0.5...0.999, else: 0.9),
                after: map.required("after")?.count(of: "visit", problems) ?? 60,
                spreading: (map.optional("spreading")?.list(problems) ?? []).compactMap {
                    $0.reference(to: known, problems, code: .unknownMeasure, what: "measure")
                },
                weeks: Double(map.required("chance")?.count(of: "week", problems) ?? 500))
        }
    }

    private func carers(_ node: ConfigNode) -> CarerLearning? {
        node.map(problems) { map in
            CarerLearning(
                worth: Double(map.required("worth")?.count(of: "sign", problems) ?? 4),
                memory: map.required("memory")?.days(problems) ?? 60)
        }
    }

    private func measure(_ node: ConfigNode, _ places: inout RulebookPlaces) -> Measure? {
        node.map(problems) { map in
            var measure = Measure(
                id: map.identifier(in: &places.measures, what: "measure"), domain: domain(map), title: map.string("title") ?? "",
                counted: map.string("counted") ?? "", levels: [])
            measure.opportunity = map.optional("opportunity")?.choice(problems) ?? measure.opportunity
            measure.rise = map.optional("rise")?.choice(problems) ?? measure.rise
            measure.fine = map.optional("fine").map { concepts.concepts($0, problems) } ?? []
            measure.levels = levels(map.required("levels"))
            measure.worth = map.optional("worth")?.count(of: "visit", problems).map(Double.init) ?? measure.worth
            measure.share = map.double("share", in: 0.01...100, else: measure.share)
            measure.shifts = map.optional("shifts").map(shifts) ?? measure.shifts
            measure.isJudged = map.bool("judged", else: measure.isJudged)
            measure.tempering = map.double("tempering", in: 0.01...1, else: measure.tempering)
            _ = map.optional("why")?.string(problems)
            places.tests += RuleTestReader(concepts: concepts, problems: problems)
                .tests(map.optional("tests"), of: .measure(measure.id), domain: measure.domain)
            return measure
        }
    }

    private func levels(_ node: ConfigNode?) -> [MeasureLevel] {
        guard let node, let members = node.list(problems) else { return [] }
        reportCount(members.count, of: "levels", at: node.place)
        return members.compactMap { level in
            level.map(problems) { map in
                MeasureLevel(
                    concepts: map.required("concepts").map { concepts.concepts($0, problems) } ?? [],
                    oneIn: map.required("usual")?.oneIn(problems) ?? 30)
            }
        }
    }

    private func shifts(_ node: ConfigNode) -> [Double] {
        let members = node.list(problems) ?? []
        reportCount(members.count, of: "shifts", at: node.place)
        return members.compactMap { $0.double(problems, in: 1.05...100) }
    }

    private func reportCount(_ count: Int, of what: String, at place: ConfigPlace) {
        guard !(1...3).contains(count) else { return }
        problems.report(.outOfRange, at: place, "\(count) \(what) are written", expected: "one to three")
    }

    private func domain(_ map: ConfigMap) -> String {
        map.required("domain")?.reference(to: concepts.domains, problems, code: .unknownDomain, what: "domain") ?? ""
    }
}

/// What is followed beside the measures proper.
extension MeasureReader {
    private func composite(
        _ node: ConfigNode, members known: [String], _ places: inout RulebookPlaces
    ) -> CompositeMeasure? {
        node.map(problems) { map in
            let id = map.identifier(in: &places.measures, what: "measure")
            let members = (map.required("members")?.list(problems) ?? []).compactMap {
                $0.reference(to: known, problems, code: .unknownMeasure, what: "measure")
            }
            var composite = CompositeMeasure(id: id, title: map.string("title") ?? "", members: members)
            composite.shifts = map.optional("shifts").map(shifts) ?? composite.shifts
            _ = map.optional("why")?.string(problems)
            composite.namedShare = map.double("named_share", in: 0...1, else: composite.namedShare)
            return composite
        }
    }

    private func weight(_ node: ConfigNode, _ places: inout RulebookPlaces) -> WeightMeasure? {
        node.map(problems) { map in
            let id = map.identifier(in: &places.measures, what: "measure")
            _ = map.optional("why")?.string(problems)
            let losses = (map.required("losses")?.list(problems) ?? []).compactMap { loss in
                loss.map(problems) { map in
                    WeightLoss(
                        percent: map.double("percent", in: 0.5...50) ?? 5, days: map.required("over")?.days(problems) ?? 30)
                }
            }
            return WeightMeasure(id: id, domain: domain(map), title: map.string("title") ?? "", losses: losses)
        }
    }

    private func range(_ node: ConfigNode, _ places: inout RulebookPlaces) -> RangeMeasure? {
        node.map(problems) { map in
            _ = map.optional("why")?.string(problems)
            return RangeMeasure(
                id: map.identifier(in: &places.measures, what: "measure"),
                reading: map.required("reading").flatMap { concepts.reading($0, problems) } ?? "", domain: domain(map),
                title: map.string("title") ?? "",
                spread: map.double("spread", in: 1...20) ?? 3.5, least: map.double("least", in: 0...1_000) ?? 1,
                after: map.required("after")?.count(of: "reading", problems) ?? 10)
        }
    }
}

extension Catalogue {
    /// A concept that must be a reading.
    func reading(_ node: ConfigNode, _ problems: ConfigProblems) -> Concept? {
        guard let concept = concept(node, problems) else { return nil }
        if concept.isReading { return concept }
        problems.report(
            .unknownConcept, at: node.place, "\"\(concept)\" is no reading",
            expected: "one of " + ids.filter { Concept($0).isReading }.joined(separator: ", "))
        return nil
    }
}
