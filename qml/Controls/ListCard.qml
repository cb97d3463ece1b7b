// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A white card of rows with lines between them.
//   default content: PersonRow, ListRow or a Repeater of them    emptyText: string (shown while there are no rows)
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

Rectangle {
    id: root

    property string emptyText
    default property alias rows: column.data
    readonly property bool empty: column.implicitHeight === 0

    Layout.fillWidth: true
    implicitWidth: Theme.fieldWidth
    implicitHeight: empty ? emptyLine.implicitHeight + Theme.spaceXl + Theme.spaceXl : column.implicitHeight
    visible: !empty || emptyText.length > 0
    radius: Theme.radiusCard
    color: Theme.raised
    border.width: Theme.hairline
    border.color: Theme.border
    Accessible.role: Accessible.List

    // A positioner, because Qt 6.4's layouts still lay out rows that a changed model has taken away.
    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
    }
    BodyText {
        id: emptyLine

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.spaceXl
        color: Theme.subtle
        text: root.emptyText
        visible: root.empty
    }
}
