package import Reports

/// The decisions about one alert, in order, and what they come to.
package struct DecisionLog: Hashable, Sendable {
    package let decisions: [Decision]

    package init(_ decisions: [Decision]) { self.decisions = decisions.sorted { $0.number < $1.number } }

    /// Those that have not been taken back; an undo may itself be undone.
    package var standing: [Decision] {
        var undone: Set<Int64> = []
        var standing: [Decision] = []
        for decision in decisions.reversed() where !undone.contains(decision.number) {
            if let number = decision.undoes { undone.insert(number) } else { standing.append(decision) }
        }
        return standing.reversed()
    }

    /// The newest decision that an undo would take back.
    package var last: Decision? { standing.last }

    package var assignee: String? { standing.last { $0.kind == .assign }?.assignee }

    /// The dismissal in force.
    package var dismissal: Decision? {
        let last = standing.last { $0.kind == .dismiss || $0.kind == .resolve }
        return last?.kind == .dismiss ? last : nil
    }

    /// When somebody first took it up, were it only by a note.
    package var firstAction: Instant? { standing.map(\.at).min() }

    /// How an alert stands at a time that its reports leave in `status`. What the reports withdrew stays withdrawn; what they
    /// closed stays closed, unless a person has ended it.
    package func status(of status: AlertStatus, at time: Instant) -> AlertStatus {
        guard status != .withdrawn else { return status }
        var result = status
        for decision in standing {
            switch decision.kind {
            case .dismiss: result = .dismissed
            case .resolve: result = .resolved
            case .acknowledge where status == .open: result = .acknowledged
            case .snooze where status == .open && (decision.until.map { $0 > time } ?? true): result = .snoozed
            case .acknowledge, .snooze, .assign, .note, .undo: break
            }
        }
        return result
    }
}

extension Alert {
    /// The alert as people have decided about it.
    package func decided(_ log: DecisionLog, at time: Instant) -> Alert {
        var alert = self
        alert.status = log.status(of: status, at: time)
        let hasEnded = alert.status == .dismissed || alert.status == .resolved
        if hasEnded, closed == nil {
            alert.closed = log.standing.last { $0.kind == .dismiss || $0.kind == .resolve }?.at
        }
        return alert
    }
}
