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
    readonly property bool stacked: room < leadingRow.implicitWidth + trailingRow.implicitWidth + Theme.spaceL

    Layout.fillWidth: true
    implicitWidth: leadingRow.implicitWidth + trailingRow.implicitWidth
    implicitHeight: grid.implicitHeight + Theme.spaceL + Theme.spaceL
    color: plain ? "transparent" : Theme.raised

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
        columnSpacing: Theme.spaceL
        rowSpacing: Theme.spaceS

        RowLayout {
            id: leadingRow

            visible: children.length > 0
            spacing: Theme.spaceL
        }
        SecondaryText {
            horizontalAlignment: leadingRow.visible && !root.stacked ? Text.AlignHCenter : Text.AlignLeft
            text: root.text
            visible: text.length > 0 || !root.stacked
        }
        RowLayout {
            id: trailingRow

            Layout.alignment: Qt.AlignRight
            spacing: Theme.spaceL
        }
    }
}
