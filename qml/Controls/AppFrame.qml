// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The counsellor's frame: the side bar, and the page beside it (under it when the window is narrow).
//   title: string    entries: SideBarItems
//   default content: the page, which fills the rest
//   alone: bool (the page without the side bar)
//   personName, personDetail, status, statusDetail: string    statusTone: as in SideBar    signal statusActivated()
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

Rectangle {
    id: root

    readonly property bool compact: width < Theme.narrowWidth
    property bool alone: false
    property alias title: bar.title
    property alias entries: bar.entries
    property alias personName: bar.personName
    property alias personDetail: bar.personDetail
    property alias status: bar.status
    property alias statusDetail: bar.statusDetail
    property alias statusTone: bar.statusTone
    default property alias page: holder.data

    signal statusActivated()

    color: Theme.surface

    GridLayout {
        anchors.fill: parent
        columns: root.compact ? 1 : 2
        columnSpacing: 0
        rowSpacing: 0

        SideBar {
            id: bar

            Layout.fillHeight: !root.compact
            Layout.fillWidth: root.compact
            compact: root.compact
            visible: !root.alone

            onStatusActivated: root.statusActivated()
        }
        StackLayout {
            id: holder

            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}
