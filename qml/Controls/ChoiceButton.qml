// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One answer among several, the client's size. The page holds the state: `chosen` asks, `selected` shows.
//   text: string    selected: bool    multiple: bool (a box instead of a ring)    signal chosen()
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

Pressable {
    id: root

    property bool selected: false
    property bool multiple: false

    signal chosen()

    function focusNeighbour(forward: bool): void {
        nextItemInFocusChain(forward).forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    Layout.fillWidth: true
    // The same for all, so that answers side by side are equally wide.
    Layout.preferredWidth: Theme.fieldWidth
    implicitHeight: Math.max(Theme.clientTarget, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.spaceL + Theme.spaceXs
    verticalPadding: Theme.spaceM
    font.pixelSize: Theme.clientBodySize
    font.weight: selected ? Theme.weightStrong : Theme.weightNormal

    Accessible.role: multiple ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: selected
    Keys.onDownPressed: root.focusNeighbour(true)
    Keys.onUpPressed: root.focusNeighbour(false)

    onClicked: root.chosen()

    contentItem: RowLayout {
        spacing: Theme.spaceL

        ChoiceMark {
            checked: root.selected
            multiple: root.multiple
            enabled: root.enabled
        }
        Text {
            Layout.fillWidth: true
            text: root.text
            font: root.font
            color: root.enabled ? Theme.textColor : Theme.disabledText
            horizontalAlignment: Text.AlignLeft
            textFormat: Text.PlainText
            wrapMode: Text.Wrap
        }
    }

    background: Rectangle {
        radius: Theme.radiusCard
        color: root.selected || root.down ? Theme.accentSoft : Theme.raised
        border.width: Theme.borderControl
        border.color: root.selected ? Theme.accent : Theme.borderStrong

        FocusRing {
            cornerRadius: Theme.radiusCard
            shown: root.visualFocus
        }
    }
}
