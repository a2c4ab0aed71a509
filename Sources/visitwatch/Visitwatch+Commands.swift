import ArgumentParser

extension Visitwatch {
    /// In the order of a first reading of the help.
    static let commands: [any ParsableCommand.Type] = [
        ExtractCommand.self,
        RulesCommand.self,
        EvaluateCommand.self,
        SimulateCommand.self,
        InitCommand.self,
    ]
}
