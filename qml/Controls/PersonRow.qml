// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One person or thing in a ListCard or another Column; pressing it opens it.
//   name, detail: string    initials: string (no circle while empty)    selected: bool    signal activated()
//   trailing: string (what is needed, in words)    trailingBadge: bool (the words on a soft ground)
//   trailingTone: PersonRow.Neutral | Success | Warning | Danger | Accent
//   listRow: Item (what stands in the list, when this is only its head)
import QtQuick
import Veikart.Theme

Pressable {
    id: root

    enum Tone { Neutral, Success, Warning, Danger, Accent }

    property string name
    property string detail
    property string initials
    property string trailing
    property int trailingTone: PersonRow.Neutral
    property bool trailingBadge: false
    property bool selected: false
    property Item listRow: root
    // Then what is needed stands under the detail instead of at the end.
    property bool narrow: width < Theme.questionWidth

    signal activated()

    width: parent ? parent.width : implicitWidth
    implicitHeight: Math.max(Theme.rowHeight, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.spaceL + Theme.spaceXs
    verticalPadding: Theme.spaceM

    Accessible.name: name
    Accessible.description: trailing.length === 0 ? detail
                            : qsTr("%1. %2", "read out: a line, and what is needed").arg(detail.replace(/\.$/, ""))
                                .arg(trailing)

    onClicked: root.activated()

    contentItem: PersonLine {
        name: root.name
        detail: root.detail
        initials: root.initials
        trailing: root.trailing
        trailingTone: root.trailingTone
        trailingBadge: root.trailingBadge
        narrow: root.narrow
    }

    background: Rectangle {
        color: root.selected ? Theme.accentSoft : "transparent"

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.spaceXs
            radius: Theme.radiusControl
            color: Theme.pressedRow
            visible: root.down
        }
        RowDivider {
            row: root.listRow
        }
        FocusRing {
            inside: true
            shown: root.visualFocus
        }
    }
}
