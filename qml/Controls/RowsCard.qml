// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A white card of rows that come and go, each of them `contentWidth` wide.    title, header, outline as in CardFrame
//   default content: rows and Repeaters of them
import QtQuick
import Veikart.Theme

// A positioner, because Qt 6.4's layouts still lay out rows that a changed model has taken away.
CardFrame {
    id: root

    default property alias rows: column.data

    implicitWidth: Theme.fieldWidth
    contentHeight: column.implicitHeight

    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: Theme.spaceXl
        anchors.top: parent.top
        anchors.topMargin: root.contentTop
        width: root.contentWidth
        spacing: Theme.spaceM
    }
}
