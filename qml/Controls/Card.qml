// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A white card.    title: string    header: items at the end of the title's line    default content: a column
//   spacing: real (between the content's rows)    outline: color
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

Rectangle {
    id: root

    property string title
    property alias header: headerRow.data
    property alias spacing: column.spacing
    property color outline: Theme.border
    default property alias content: column.data

    Layout.fillWidth: true
    implicitWidth: outer.implicitWidth + Theme.spaceXl + Theme.spaceXl
    implicitHeight: outer.implicitHeight + Theme.spaceXl + Theme.spaceXl
    radius: Theme.radiusCard
    color: Theme.raised
    border.width: Theme.hairline
    border.color: outline
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    ColumnLayout {
        id: outer

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.margins: Theme.spaceXl
        spacing: Theme.spaceM

        RowLayout {
            visible: root.title.length > 0 || headerRow.children.length > 0
            spacing: Theme.spaceM

            HeadingText {
                level: 3
                text: root.title
            }
            RowLayout {
                id: headerRow

                spacing: Theme.spaceS
            }
        }
        ColumnLayout {
            id: column

            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.spaceM
        }
    }
}
