// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A short alternative in a row of its like. The page holds the state: `chosen` asks, `selected` shows.
//   text: string    selected: bool    multiple: bool (several may be on)    signal chosen()
import QtQuick
import Veikart.Theme

Pressable {
    id: root

    property bool selected: false
    property bool multiple: false

    signal chosen()

    // Measured, not asked of the text: a wrapped text's own width depends on the room it is given.
    implicitWidth: Math.max(Theme.target, Math.ceil(measure.advanceWidth) + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.spaceL + Theme.spaceXs
    verticalPadding: Theme.spaceS
    font.pixelSize: Theme.bodySize
    font.weight: selected ? Theme.weightStrong : Theme.weightNormal

    Accessible.role: multiple ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: selected

    onClicked: root.chosen()

    TextMetrics {
        id: measure

        font: root.font
        text: root.text
    }

    contentItem: Text {
        text: root.text
        font: root.font
        color: !root.enabled ? Theme.disabledText : (root.selected ? Theme.accentStrong : Theme.textColor)
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
        wrapMode: root.width < root.implicitWidth ? Text.Wrap : Text.NoWrap
    }

    background: Rectangle {
        radius: Math.min(height, Theme.target) / 2
        color: root.selected || root.down ? Theme.accentSoft : Theme.raised
        border.width: Theme.borderControl
        border.color: root.selected ? Theme.accent : Theme.borderStrong

        FocusRing {
            cornerRadius: parent.radius
            shown: root.visualFocus
        }
    }
}
