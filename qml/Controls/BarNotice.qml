// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What stands in the way, said just above the bottom bar, where the next step is pressed. Nothing while empty.
//   text: string    maximumWidth: real (of the column above; 0 = all the width)
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

Item {
    id: root

    property alias text: notice.text
    property real maximumWidth: Theme.columnWidth
    property real sideMargin: width < Theme.narrowWidth ? Theme.spaceXl : Theme.pageMargin
    readonly property real room: Math.max(0, width - sideMargin - sideMargin)

    Layout.fillWidth: true
    implicitHeight: notice.implicitHeight
    visible: text.length > 0

    Notice {
        id: notice

        anchors.horizontalCenter: parent.horizontalCenter
        width: root.maximumWidth > 0 ? Math.min(root.room, root.maximumWidth) : root.room
        tone: Notice.Warning
    }
}
