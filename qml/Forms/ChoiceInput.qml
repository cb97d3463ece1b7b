// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The alternatives of a question, one under the other; or side by side, for "Vet ikke" and "Vil ikke svare".
//   options: RowModel (label, isChosen)    multiple, sideBySide: bool    signal chosen(int index)
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

    signal chosen(int index)

    Layout.fillWidth: true
    columns: sideBySide && width >= Theme.columnWidth / 2 ? Math.max(1, options.count) : 1
    columnSpacing: Theme.spaceM
    rowSpacing: Theme.spaceS

    Repeater {
        model: root.options

        ChoiceRow {
            multiple: root.multiple
            onPicked: (index) => root.chosen(index)
        }
    }
}
