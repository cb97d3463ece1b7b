// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A white card.    title, header, outline as in CardFrame    default content: a column
//   spacing: real (between the content's rows)
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

CardFrame {
    id: root

    property alias spacing: column.spacing
    default property alias content: column.data

    implicitWidth: column.implicitWidth + Theme.spaceXl + Theme.spaceXl
    contentHeight: column.implicitHeight

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: Theme.spaceXl
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceXl
        anchors.top: parent.top
        anchors.topMargin: root.contentTop
        spacing: Theme.spaceM
    }
}
