// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A row of chips that wraps, with its label at the start (above it when there is little room).
//   label, error: string    default content: ChipButtons
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

GridLayout {
    id: root

    property string label
    property string error
    default property alias chips: flow.data

    Layout.fillWidth: true
    columns: width < Theme.columnWidth ? 1 : 2
    columnSpacing: Theme.spaceM
    rowSpacing: Theme.spaceXs
    Accessible.role: Accessible.Grouping
    Accessible.name: label
    Accessible.description: error

    SecondaryText {
        Layout.fillWidth: false
        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: Theme.labelWidth
        Layout.topMargin: Theme.spaceM
        text: root.label
        visible: text.length > 0
    }
    Flow {
        id: flow

        Layout.fillWidth: true
        spacing: Theme.spaceM
    }
    FieldError {
        Layout.columnSpan: root.columns
        Layout.leftMargin: root.columns > 1 ? Theme.labelWidth + root.columnSpacing : 0
        text: root.error
    }
}
