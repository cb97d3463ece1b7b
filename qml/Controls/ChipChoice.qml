// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A row of chips of which one is chosen.
//   label: string    choices: list<string>    current: int (-1: none)    signal picked(int index)
//   limit: int (how many of them are shown)    error: string    default content: more chips at the end
//   function takeFocus(): to the first chip
pragma ComponentBehavior: Bound
import QtQuick

ChipFlow {
    id: root

    property list<string> choices
    property int limit: choices.length
    property int current: -1

    signal picked(int index)

    function takeFocus(): void {
        repeater.itemAt(0).forceActiveFocus(Qt.TabFocusReason);
    }

    Repeater {
        id: repeater

        model: Math.min(root.limit, root.choices.length)

        ChipButton {
            required property int index

            width: Math.min(implicitWidth, root.width)
            text: root.choices[index]
            selected: root.current === index

            onChosen: root.picked(index)
        }
    }
}
