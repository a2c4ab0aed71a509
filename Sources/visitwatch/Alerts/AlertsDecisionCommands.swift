import Alerts
import ArgumentParser

/// `visitwatch alerts acknowledge`: somebody has seen it and sees to it.
struct AlertsAcknowledgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acknowledge", abstract: "You have seen the alert and see to it.",
        discussion: "  visitwatch alerts acknowledge a_7f3c0e5d --by \"R. Patel\"")

    @OptionGroup var options: DecisionOptions
    @Option(help: "A word about it.") var note: String?

    func run() throws {
        try options.keep { alert, _, decision in
            try alert.mustBeOpen(to: "acknowledge")
            return decision.with(kind: .acknowledge, note: note)
        }
    }
}

/// `visitwatch alerts assign`: whose it is.
struct AlertsAssignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Give the alert to somebody.",
        discussion: "  visitwatch alerts assign a_7f3c0e5d --to \"A. Byrne\"")

    @OptionGroup var options: DecisionOptions
    @Option(name: .customLong("to"), help: ArgumentHelp("To whom.", valueName: "person")) var assignee: String
    @Option(help: "A word about it.") var note: String?

    func run() throws {
        try options.keep { alert, _, decision in
            try alert.mustBeOpen(to: "assign")
            var decision = decision.with(kind: .assign, note: note)
            decision.assignee = assignee
            return decision
        }
    }
}

/// `visitwatch alerts snooze`: quiet until a day.
struct AlertsSnoozeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snooze", abstract: "Keep the alert quiet until a day; it comes back by itself, or when it turns urgent.",
        discussion: "  visitwatch alerts snooze a_7f3c0e5d --until 2026-03-09 --note \"GP visits on Monday\"")

    @OptionGroup var options: DecisionOptions
    @Option(help: ArgumentHelp("Through this day.", valueName: "day")) var until: AsOf
    @Option(help: "Why.") var note: String?

    func run() throws {
        try options.keep { alert, _, decision in
            try alert.mustBeOpen(to: "snooze")
            var decision = decision.with(kind: .snooze, note: note)
            decision.until = until.instant
            return decision
        }
    }
}

/// `visitwatch alerts dismiss`: it was of no use, and why.
struct AlertsDismissCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss", abstract: "The alert was of no use; the reason teaches the rules (rules suggest).",
        discussion: """
              visitwatch alerts dismiss a_7f3c0e5d --reason misread

            Reasons: misread (the note does not say that), about-someone-else, already-known, expected-for-client (so it is \
            with this client, always), not-useful, wrong-severity.
            """)

    @OptionGroup var options: DecisionOptions
    @Option(help: "Why it was of no use.") var reason: DismissalReason
    @Option(help: "A word about it.") var note: String?

    func run() throws {
        try options.keep { alert, log, decision in
            if alert.status == .withdrawn || log.dismissal != nil { try alert.mustBeOpen(to: "dismiss") }
            var decision = decision.with(kind: .dismiss, note: note)
            decision.reason = reason
            return decision
        }
    }
}

/// `visitwatch alerts resolve`: it was right, and it has been seen to.
struct AlertsResolveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "The alert was right and has been seen to.",
        discussion: "  visitwatch alerts resolve a_7f3c0e5d --note \"Antibiotics from the GP, back to usual\"")

    @OptionGroup var options: DecisionOptions
    @Option(help: "What was done.") var note: String?

    func run() throws {
        try options.keep { alert, _, decision in
            if alert.status != .closed { try alert.mustBeOpen(to: "resolve") }
            return decision.with(kind: .resolve, note: note)
        }
    }
}

/// `visitwatch alerts note`: a word about it.
struct AlertsNoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Write a word about the alert; its status stays.",
        discussion: "  visitwatch alerts note a_7f3c0e5d --text \"Daughter says new tablets since Friday\"")

    @OptionGroup var options: DecisionOptions
    @Option(help: "What to note.") var text: String

    func run() throws {
        try options.keep { _, _, decision in decision.with(kind: .note, note: text) }
    }
}

/// `visitwatch alerts undo`: takes the last decision back.
struct AlertsUndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take the last decision about the alert back; both stay on record.",
        discussion: "  visitwatch alerts undo a_7f3c0e5d")

    @OptionGroup var options: DecisionOptions

    func run() throws {
        try options.keep { alert, log, decision in
            guard let last = log.last else { throw Failure.refused("Nothing has been decided about \(alert.id).") }
            var decision = decision.with(kind: .undo, note: nil)
            decision.undoes = last.number
            return decision
        }
    }
}

extension DismissalReason: ExpressibleByArgument {}

extension Decision {
    fileprivate func with(kind: Kind, note: String?) -> Decision {
        var decision = self
        decision.kind = kind
        decision.note = note
        return decision
    }
}
