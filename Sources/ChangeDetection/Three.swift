/// One value for each of the three shifts that a test looks for.
package struct Three<Element> {
    package var first: Element
    package var second: Element
    package var third: Element

    package init(_ first: Element, _ second: Element, _ third: Element) {
        self.first = first
        self.second = second
        self.third = third
    }

    package init(repeating element: Element) { self.init(element, element, element) }

    package subscript(index: Int) -> Element {
        get { index == 0 ? first : index == 1 ? second : third }
        set {
            switch index {
            case 0: first = newValue
            case 1: second = newValue
            default: third = newValue
            }
        }
    }
}

extension Three: Equatable where Element: Equatable {}
extension Three: Hashable where Element: Hashable {}
extension Three: Sendable where Element: Sendable {}
