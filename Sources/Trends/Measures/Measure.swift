package import Signals

/// A visit-by-visit observation made from concepts, followed against the client's own usual level.
package struct Measure: Hashable, Sendable {
    /// Stable name, referred to by rules.
    package var id: String
    /// The first part of its concepts' ids.
    package var domain: String
    package var title: String
    /// What a bad visit is, read after "5 of 14 visits with".
    package var counted: String
    package var opportunity: Opportunity
    package var rise: Rise
    /// Concepts that say all was well.
    package var fine: [Concept]
    /// From mild to severe; one to three.
    package var levels: [MeasureLevel]
    /// How many visits the agency-wide usual level is worth.
    package var worth: Double
    /// Its part of the budget, against 1 for the others.
    package var share: Double
    /// Changes looked for, as factors on the odds; one to three.
    package var shifts: [Double]
    /// A matter of judgement, in which carers differ.
    package var isJudged: Bool
    /// 1, or less where scores are copied from visit to visit: (1 − ρ)/(1 + ρ).
    package var tempering: Double

    package init(
        id: String, domain: String, title: String, counted: String, opportunity: Opportunity = .writtenNote,
        rise: Rise = .worse, fine: [Concept] = [], levels: [MeasureLevel], worth: Double = 50, share: Double = 1,
        shifts: [Double] = [2, 4, 8], isJudged: Bool = true, tempering: Double = 1
    ) {
        self.id = id
        self.domain = domain
        self.title = title
        self.counted = counted
        self.opportunity = opportunity
        self.rise = rise
        self.fine = fine
        self.levels = levels
        self.worth = worth
        self.share = share
        self.shifts = shifts
        self.isJudged = isJudged
        self.tempering = tempering
    }
}

/// One grade of a measure: the concepts that make it, and how often it is seen over all clients.
package struct MeasureLevel: Hashable, Sendable {
    package var concepts: [Concept]
    /// Once in so many visits.
    package var oneIn: Double

    package init(concepts: [Concept], oneIn: Double) {
        self.concepts = concepts
        self.oneIn = oneIn
    }
}

/// When a visit is an observation of a measure that it does not name.
package enum Opportunity: String, Hashable, Sendable, CaseIterable {
    /// The note says more than boilerplate and is no copy.
    case writtenNote = "written-note"
    /// The same, unless no medicine was due.
    case medicineDue = "medicine-due"
    /// Only where one of its concepts is said, or denied.
    case mentioned
    /// Every report.
    case everyVisit = "every-visit"
}

/// What it means when a measure becomes more frequent.
package enum Rise: String, Hashable, Sendable, CaseIterable {
    case worse, better
}
