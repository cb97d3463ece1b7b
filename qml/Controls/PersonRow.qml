// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One person or thing in a list; pressing it opens it.
//   name, detail: string    initials: string (no circle while empty)    selected: bool    signal activated()
//   trailing: string (what is needed, in words)    trailingBadge: bool (the words on a soft ground)
//   trailingTone: PersonRow.Neutral | Success | Warning | Danger | Accent
import QtQuick
import QtQuick.Layouts
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
    // Then what is needed stands under the detail instead of at the end.
    property bool narrow: width < Theme.questionWidth

    signal activated()

    Layout.fillWidth: true
    implicitHeight: Math.max(Theme.rowHeight, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.spaceL + Theme.spaceXs
    verticalPadding: Theme.spaceM

    Accessible.name: name
    Accessible.description: trailing.length === 0 ? detail
                            : qsTr("%1. %2", "read out: a line, and what is needed").arg(detail).arg(trailing)

    onClicked: root.activated()

    contentItem: RowLayout {
        spacing: Theme.spaceL

        Avatar {
            initials: root.initials
            visible: initials.length > 0
        }
        ColumnLayout {
            spacing: 0

            StrongText {
                text: root.name
                Accessible.ignored: true
            }
            SecondaryText {
                text: root.detail
                visible: text.length > 0
                Accessible.ignored: true
            }
            SecondaryText {
                color: Theme.toneColor(root.trailingTone)
                font.weight: Theme.weightStrong
                text: root.trailing
                visible: text.length > 0 && root.narrow
                Accessible.ignored: true
            }
        }
        SecondaryText {
            Layout.fillWidth: false
            color: Theme.toneColor(root.trailingTone)
            font.weight: Theme.weightStrong
            text: root.trailing
            visible: text.length > 0 && !root.narrow && !root.trailingBadge
            Accessible.ignored: true
        }
        Badge {
            text: root.trailing
            tone: root.trailingTone
            visible: text.length > 0 && !root.narrow && root.trailingBadge
            Accessible.ignored: true
        }
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
            row: root
        }
        FocusRing {
            inside: true
            shown: root.visualFocus
        }
    }
}
