/// What may be meant as it is written, and most likely is not. Asked for by `rules check` alone, of a config without errors.
struct RulebookWarnings {
    let sections: RulebookReader.Sections
    let problems: ConfigProblems

    func report() {
        RulesThatNeverFire(sections: sections, problems: problems).report()
        ShadowedPhrases(sections: sections, problems: problems).report()
        AmbiguousForms(sections: sections, problems: problems).report()
        UnitsThatDoNotFit(sections: sections, problems: problems).report()
        OutsideLiterature(sections: sections, problems: problems).report()
    }
}

extension RulebookReader.Sections {
    /// The map in which a rule is written.
    func node(ofRule id: String) -> ConfigNode? {
        tree.roots(below: "alerts").lazy.compactMap { $0["rules"]?.member(id) }.first
    }
}
