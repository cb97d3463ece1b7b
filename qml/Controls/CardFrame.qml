// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The white ground, title and header of a card.    title: string
//   header: items at the end of the title's line (under it when there is little room), no wider than `contentWidth`
//   contentHeight: real    contentTop, contentWidth: real (where the content stands)    outline: color
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

Rectangle {
    id: root

    property string title
    property alias header: headerRow.data
    property color outline: Theme.border
    property real contentHeight: 0
    readonly property real contentWidth: Math.max(0, width - Theme.spaceXl - Theme.spaceXl)
    readonly property real contentTop: Theme.spaceXl + (titleHeight > 0 ? titleHeight + Theme.spaceM : 0)
    readonly property bool stacked: title.length > 0 && headerRow.implicitWidth > 0
                                    && heading.implicitWidth + Theme.spaceM + headerRow.implicitWidth > contentWidth
    readonly property real titleHeight: {
        if (title.length === 0)
            return headerRow.implicitHeight;
        return stacked ? heading.implicitHeight + Theme.spaceS + headerRow.implicitHeight
                       : Math.max(heading.implicitHeight, headerRow.implicitHeight);
    }

    Layout.fillWidth: true
    implicitHeight: contentTop + contentHeight + Theme.spaceXl
    radius: Theme.radiusCard
    color: Theme.raised
    border.width: Theme.hairline
    border.color: outline
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    // Anchors, because Qt 6.4's layouts give up on layouts inside layouts inside layouts.
    HeadingText {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: Theme.spaceXl
        anchors.right: root.stacked ? parent.right : headerRow.left
        anchors.rightMargin: root.stacked ? Theme.spaceXl : Theme.spaceM
        anchors.top: parent.top
        anchors.topMargin: Theme.spaceXl
        level: 3
        text: root.title
        visible: text.length > 0
    }
    Row {
        id: headerRow

        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceXl
        anchors.top: root.stacked ? heading.bottom : parent.top
        anchors.topMargin: root.stacked ? Theme.spaceS : Theme.spaceXl
        width: root.stacked ? root.contentWidth : implicitWidth
        spacing: Theme.spaceS
    }
}
