// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The alternatives of a question, one under the other; or side by side, for "Vet ikke" and "Vil ikke svare".
//   options: RowModel (label, isChosen)    multiple, sideBySide: bool    signal chosen(int index)
//   inColumns: int (read downwards; for many answers where the window is low)
//   keyTarget: who is offered a key before an alternative takes it, as a page on which Enter goes on
//   function takeFocus(reason): to the first alternative
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Veikart.Theme
import Veikart.ViewModels.Shared

// A positioner, because Qt 6.4's layouts still lay out the alternatives of the last question when the next one comes.
Grid {
    id: root

    required property RowModel options
    property bool multiple: false
    property bool sideBySide: false
    property int inColumns: 1
    property Item keyTarget: root
    readonly property int beside: sideBySide && width >= Theme.columnWidth / 2 ? Math.max(1, options.count) : inColumns
    readonly property real answerWidth: (width - (beside - 1) * columnSpacing) / beside

    signal chosen(int index)

    function takeFocus(reason: int): void {
        const first = multiple ? boxes.itemAt(0) : rings.itemAt(0);
        if (first !== null)
            first.forceActiveFocus(reason);
    }

    Layout.fillWidth: true
    // A layout passes over what has no height, and would never give it a width.
    Layout.minimumHeight: Theme.clientTarget
    flow: Grid.TopToBottom
    rows: Math.max(1, Math.ceil(options.count / beside))
    columnSpacing: Theme.spaceM
    rowSpacing: Theme.spaceS

    Repeater {
        id: rings

        model: root.multiple ? null : root.options

        ChoiceRow {
            width: root.answerWidth
            Keys.forwardTo: [root.keyTarget]
            onPicked: (index) => root.chosen(index)
        }
    }
    Repeater {
        id: boxes

        model: root.multiple ? root.options : null

        MultiChoiceRow {
            width: root.answerWidth
            Keys.forwardTo: [root.keyTarget]
            onPicked: (index) => root.chosen(index)
        }
    }
}
