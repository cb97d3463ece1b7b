// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The scrolling body of a page: one column of at most `maximumWidth`.
//   maximumWidth: real (Theme.columnWidth; Theme.wideColumnWidth; 0 = all the width)    centered: bool
//   spacing, sideMargin, edgeMargin (above and below), topEdgeMargin (above): real    default content: a column
//   header: items above the column, as wide as the page, that scroll away with it
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

ScrollArea {
    id: root

    property real maximumWidth: Theme.columnWidth
    property bool centered: true
    property real sideMargin: width < Theme.narrowWidth ? Theme.spaceXl : Theme.pageMargin
    property real edgeMargin: Theme.spaceXl
    property real topEdgeMargin: edgeMargin
    property alias spacing: column.spacing
    property alias header: headerColumn.data
    default property alias content: column.data
    readonly property real room: Math.max(0, width - sideMargin - sideMargin)
    readonly property real columnWidth: maximumWidth > 0 ? Math.min(room, maximumWidth) : room

    sideRoom: (width - columnWidth) / (centered ? 2 : 1)
    contentWidth: width
    contentHeight: holder.implicitHeight

    Item {
        id: holder

        width: root.width
        implicitHeight: headerColumn.implicitHeight + column.implicitHeight
                        + root.topEdgeMargin + root.edgeMargin
        height: Math.max(implicitHeight, root.height)

        ColumnLayout {
            id: headerColumn

            anchors.top: parent.top
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: 0
        }
        ColumnLayout {
            id: column

            anchors.top: headerColumn.bottom
            anchors.topMargin: root.topEdgeMargin
            anchors.left: parent.left
            anchors.leftMargin: root.centered ? (parent.width - width) / 2 : root.sideMargin
            width: root.columnWidth
            spacing: Theme.spaceL
        }
    }
}
