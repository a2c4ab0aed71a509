import ArgumentParser

extension Visitwatch {
    /// In the order of a first reading of the help.
    static let commands: [any ParsableCommand.Type] = [
        RunCommand.self,
        WatchCommand.self,
        DigestCommand.self,
        AlertsCommand.self,
        ClientCommand.self,
        ReviewCommand.self,
        ExtractCommand.self,
        FoldCommand.self,
        RulesCommand.self,
        EvaluateCommand.self,
        SimulateCommand.self,
        CompareCommand.self,
        CalibrateCommand.self,
        DetectabilityCommand.self,
        StoreCommand.self,
        InitCommand.self,
    ]
}
