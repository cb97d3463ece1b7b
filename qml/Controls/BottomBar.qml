// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The bar under a page: secondary actions at the start, a state in words, the main action at the end.
//   leading, trailing: lists of items    text: string    plain: bool (no white ground, as on the counsellor's pages)
//   maximumWidth: real (0 = all the width)
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

Rectangle {
    id: root

    property alias leading: leadingRow.data
    property alias trailing: trailingRow.data
    property string text
    property bool plain: false
    property real maximumWidth: 0
    property real sideMargin: width < Theme.narrowWidth ? Theme.spaceXl : Theme.pageMargin
    readonly property real room: Math.max(0, width - sideMargin - sideMargin)
    readonly property real gap: Theme.spaceL
    // Too little room for the text between the actions; for the two groups of actions on one line.
    readonly property bool crowded: room < leadingRow.naturalWidth + measure.advanceWidth + gap
                                          + trailingRow.naturalWidth + gap
    readonly property bool stacked: room < leadingRow.naturalWidth + trailingRow.naturalWidth + gap

    Layout.fillWidth: true
    implicitWidth: leadingRow.naturalWidth + trailingRow.naturalWidth
    implicitHeight: grid.implicitHeight + Theme.spaceL + Theme.spaceL
    color: plain ? "transparent" : Theme.raised

    TextMetrics {
        id: measure

        font: middle.font
        text: root.text
    }
    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        implicitHeight: Theme.hairline
        color: Theme.border
        visible: !root.plain
    }
    GridLayout {
        id: grid

        anchors.centerIn: parent
        width: root.maximumWidth > 0 ? Math.min(root.room, root.maximumWidth) : root.room
        columns: root.stacked ? 1 : 3
        columnSpacing: root.gap
        rowSpacing: Theme.spaceS

        SecondaryText {
            Layout.columnSpan: grid.columns
            text: root.text
            visible: root.crowded && text.length > 0
        }
        ActionRow {
            id: leadingRow

            room: root.room
            visible: children.length > 0
        }
        SecondaryText {
            id: middle

            Layout.columnSpan: leadingRow.visible ? 1 : 2
            horizontalAlignment: leadingRow.visible ? Text.AlignHCenter : Text.AlignLeft
            text: root.crowded ? "" : root.text
            visible: !root.stacked
        }
        ActionRow {
            id: trailingRow

            Layout.alignment: Qt.AlignRight
            room: root.room
        }
    }
}
