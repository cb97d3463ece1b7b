// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A row of a ListCard, or of another Column, with content of its own.    default content: laid out in a line
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

Item {
    id: root

    default property alias content: line.data

    width: parent ? parent.width : implicitWidth
    implicitWidth: line.implicitWidth + Theme.spaceXl + Theme.spaceXl
    implicitHeight: Math.max(Theme.clientTarget, line.implicitHeight + Theme.spaceS + Theme.spaceS)

    RowDivider {
        row: root
    }
    RowLayout {
        id: line

        anchors.fill: parent
        anchors.leftMargin: Theme.spaceL + Theme.spaceXs
        anchors.rightMargin: Theme.spaceL + Theme.spaceXs
        spacing: Theme.spaceL
    }
}
