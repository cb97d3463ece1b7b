// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One place to go in the side bar.    text, detail: string    selected: bool    signal activated()
//   detailTone: SideBarItem.Neutral | Success | Warning | Danger | Accent
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

Pressable {
    id: root

    enum Tone { Neutral, Success, Warning, Danger, Accent }

    property string detail
    property int detailTone: SideBarItem.Neutral
    property bool selected: false

    signal activated()

    Layout.fillWidth: true
    implicitHeight: Math.max(Theme.clientTarget, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.spaceM + Theme.borderControl
    verticalPadding: Theme.spaceS

    Accessible.role: Accessible.PageTab
    Accessible.description: detail
    Accessible.selected: selected

    onClicked: root.activated()

    contentItem: ColumnLayout {
        spacing: 0

        BodyText {
            color: root.selected ? Theme.accentStrong : Theme.textColor
            font.weight: root.selected ? Theme.weightStrong : Theme.weightNormal
            text: root.text
            Accessible.ignored: true
        }
        SmallText {
            color: Theme.toneColor(root.detailTone)
            font.weight: root.selected ? Theme.weightStrong : Theme.weightNormal
            text: root.detail
            visible: text.length > 0
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: root.selected ? Theme.accentSoft : (root.down ? Theme.pressedRow : "transparent")

        FocusRing {
            inside: true
            shown: root.visualFocus
        }
    }
}
