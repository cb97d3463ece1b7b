// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What the page is about.    text: string    over: string (a quiet line above)    subtitle: string (a quiet line below)
//   default content: the page's actions, at the end of the line (under it when there is little room)
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

// No layout: a GridLayout that changes its columns while its texts wrap keeps the cells that it had (Qt 6.4).
Item {
    id: root

    property string text
    property string over
    property string subtitle
    default property alias actions: actionRow.data
    readonly property bool stacked: actionRow.naturalWidth > width / 2
    readonly property bool hasActions: actionRow.children.length > 0

    Layout.fillWidth: true
    implicitWidth: words.implicitWidth
    implicitHeight: stacked ? words.implicitHeight + Theme.spaceM + actionRow.implicitHeight
                            : Math.max(words.implicitHeight, actionRow.implicitHeight)

    ColumnLayout {
        id: words

        anchors.left: parent.left
        y: root.stacked ? 0 : (root.height - height) / 2
        width: root.stacked || !root.hasActions ? root.width : root.width - actionRow.width - Theme.spaceL
        spacing: 0

        BodyText {
            color: Theme.subtle
            text: root.over
            visible: text.length > 0
        }
        HeadingText {
            level: 2
            text: root.text
        }
        BodyText {
            color: Theme.subtle
            text: root.subtitle
            visible: text.length > 0
        }
    }
    ActionRow {
        id: actionRow

        x: root.stacked === root.LayoutMirroring.enabled ? root.width - width : 0
        y: root.stacked ? words.height + Theme.spaceM : (root.height - height) / 2
        width: stacked ? root.width : implicitWidth
        room: root.width
        columnSpacing: Theme.spaceM
        visible: root.hasActions
    }
}
