// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What the page is about.    text: string    over: string (a quiet line above)    subtitle: string (a quiet line below)
//   default content: the page's actions, at the end of the line (under it when there is little room)
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

GridLayout {
    id: root

    property string text
    property string over
    property string subtitle
    default property alias actions: actionRow.data
    readonly property bool stacked: actionRow.naturalWidth > width / 2

    Layout.fillWidth: true
    columns: stacked ? 1 : 2
    columnSpacing: Theme.spaceL
    rowSpacing: Theme.spaceM

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        BodyText {
            color: Theme.subtle
            text: root.over
            visible: text.length > 0
        }
        HeadingText {
            level: 2
            text: root.text
        }
        BodyText {
            color: Theme.subtle
            text: root.subtitle
            visible: text.length > 0
        }
    }
    ActionRow {
        id: actionRow

        // As narrow as the page when it is turned: actions that keep their width would widen it instead of being stacked.
        Layout.fillWidth: root.stacked
        Layout.minimumWidth: root.stacked ? 0 : naturalWidth
        Layout.maximumWidth: stacked ? root.width : naturalWidth
        room: root.width
        columnSpacing: Theme.spaceM
        visible: children.length > 0
    }
}
