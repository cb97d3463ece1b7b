// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The alternatives of a question, one under the other; or side by side, for "Vet ikke" and "Vil ikke svare".
//   options: RowModel (label, isChosen)    multiple, sideBySide: bool    signal chosen(int index)
//   keyTarget: who is offered a key before an alternative takes it, as a page on which Enter goes on
//   function takeFocus(reason): to the first alternative
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Veikart.Theme
import Veikart.ViewModels.Shared

GridLayout {
    id: root

    required property RowModel options
    property bool multiple: false
    property bool sideBySide: false
    property Item keyTarget: root

    signal chosen(int index)

    function takeFocus(reason: int): void {
        const first = rows.itemAt(0);
        if (first !== null)
            first.forceActiveFocus(reason);
    }

    Layout.fillWidth: true
    columns: sideBySide && width >= Theme.columnWidth / 2 ? Math.max(1, options.count) : 1
    columnSpacing: Theme.spaceM
    rowSpacing: Theme.spaceS

    Repeater {
        id: rows

        model: root.options

        ChoiceRow {
            multiple: root.multiple
            Keys.forwardTo: [root.keyTarget]
            onPicked: (index) => root.chosen(index)
        }
    }
}
