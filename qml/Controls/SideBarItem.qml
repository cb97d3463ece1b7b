// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One place to go in the side bar.    text, detail: string    selected: bool    signal activated()
//   detailTone: SideBarItem.Neutral | Success | Warning | Danger | Accent
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Veikart.Theme

T.TabButton {
    id: root

    enum Tone { Neutral, Success, Warning, Danger, Accent }

    property string detail
    property int detailTone: SideBarItem.Neutral
    property bool selected: false
    readonly property SideBarPlaces places: parent as SideBarPlaces

    signal activated()

    function press(): void {
        if (enabled)
            clicked();
    }

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    width: places === null || places.lying ? implicitWidth : places.width
    implicitHeight: Math.max(Theme.clientTarget, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.spaceM + Theme.borderControl
    verticalPadding: Theme.spaceS

    activeFocusOnTab: true
    focusPolicy: Qt.StrongFocus
    autoExclusive: false
    checked: selected

    Accessible.name: text
    Accessible.description: detail
    Accessible.selectable: true
    Accessible.selected: selected
    Accessible.onPressAction: root.press()
    Keys.onReturnPressed: root.press()
    Keys.onEnterPressed: root.press()

    onClicked: root.activated()
    // A press turns it by itself; it turns back, and follows the page again.
    onToggled: root.checked = Qt.binding(() => root.selected)

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
