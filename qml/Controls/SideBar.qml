// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Where the user can go, who is signed in and whether everything has reached the office. Lies down when `compact`.
//   title: string    compact: bool    default content: SideBarItems
//   personName, personDetail, status, statusDetail: string    statusTone: SideBar.Neutral | Success | …
//   signal statusActivated()
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

Rectangle {
    id: root

    enum Tone { Neutral, Success, Warning, Danger, Accent }

    property string title
    property bool compact: false
    property string personName
    property string personDetail
    property string status
    property string statusDetail
    property int statusTone: SideBar.Neutral
    default property alias entries: grid.data

    signal statusActivated()

    // Lying down, the places get a line of their own when they do not fit between the title and the status.
    readonly property bool twoLines: compact && width < heading.implicitWidth + grid.implicitWidth + width / 3
    readonly property SideBarItem current: selectedEntry()

    function selectedEntry(): SideBarItem {
        for (let i = 0; i < grid.children.length; ++i) {
            const entry = grid.children[i] as SideBarItem;
            if (entry && entry.selected)
                return entry;
        }
        return null;
    }

    implicitWidth: Theme.sidebarWidth
    implicitHeight: layout.implicitHeight
    color: Theme.raised

    onCurrentChanged: places.reveal(current)
    onWidthChanged: places.reveal(current)

    GridLayout {
        id: layout

        anchors.fill: parent
        columnSpacing: Theme.spaceM
        rowSpacing: 0

        StrongText {
            id: heading

            Layout.row: 0
            Layout.column: 0
            Layout.fillWidth: !root.compact
            Layout.topMargin: root.compact ? 0 : Theme.spaceXl
            Layout.bottomMargin: root.compact ? 0 : Theme.spaceXl
            Layout.leftMargin: Theme.spaceXl
            Layout.rightMargin: root.compact ? 0 : Theme.spaceM
            color: Theme.accent
            font.pixelSize: Theme.headingSmall
            text: root.title
            visible: text.length > 0
            Accessible.role: Accessible.Heading
        }
        ScrollArea {
            id: places

            Layout.row: root.compact && !root.twoLines ? 0 : 1
            Layout.column: root.compact && !root.twoLines ? 1 : 0
            Layout.columnSpan: root.twoLines ? 3 : 1
            Layout.fillWidth: true
            Layout.fillHeight: !root.compact
            Layout.topMargin: root.compact ? Theme.spaceXs : 0
            Layout.bottomMargin: root.compact ? Theme.spaceXs : 0
            Layout.leftMargin: root.compact && !root.twoLines ? 0 : Theme.spaceM
            Layout.rightMargin: root.twoLines ? Theme.spaceM : 0
            implicitHeight: grid.implicitHeight
            contentWidth: root.compact ? Math.max(width, grid.implicitWidth) : width
            contentHeight: grid.implicitHeight

            SideBarPlaces {
                id: grid

                // The scroll bar stands beside the places.
                width: root.compact ? implicitWidth : places.width - Theme.spaceM
                lying: root.compact
            }
        }
        ColumnLayout {
            Layout.row: root.compact ? 0 : 2
            Layout.column: root.compact ? 2 : 0
            Layout.fillWidth: !root.compact || root.twoLines
            Layout.maximumWidth: root.compact && !root.twoLines ? root.width / 3 : root.width
            Layout.leftMargin: root.compact ? 0 : Theme.spaceM
            Layout.rightMargin: root.compact ? Theme.spaceXl : Theme.spaceM
            Layout.topMargin: root.compact ? Theme.spaceS : 0
            Layout.bottomMargin: root.compact ? Theme.spaceS : Theme.spaceXxl
            spacing: 0

            Rectangle {
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.spaceM
                implicitHeight: Theme.hairline
                color: Theme.border
                visible: !root.compact && (root.personName.length > 0 || root.status.length > 0)
            }
            SideBarStatus {
                compact: root.compact
                detail: root.statusDetail
                personDetail: root.personDetail
                personName: root.personName
                text: root.status
                toneColor: root.statusTone === SideBar.Neutral ? Theme.textColor : Theme.toneColor(root.statusTone)

                onClicked: root.statusActivated()
            }
        }
    }
    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        implicitHeight: Theme.hairline
        color: Theme.border
        visible: root.compact
    }
    Rectangle {
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        implicitWidth: Theme.hairline
        color: Theme.border
        visible: !root.compact
    }
}
