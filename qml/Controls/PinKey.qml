// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A key of the PIN pad.    text: string    signal clicked()
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

Pressable {
    id: root

    implicitWidth: Math.max(Theme.pinKeyWidth, implicitContentWidth + Theme.spaceL)
    // With large text the keys are lower rather than the last row out of sight.
    implicitHeight: Math.max(Theme.target, Math.min(Theme.pinKeyHeight, Window.height / 8))
    Layout.fillWidth: true

    contentItem: Text {
        text: root.text
        color: root.enabled ? Theme.textColor : Theme.disabledText
        font.family: Theme.fontFamily
        font.pixelSize: Theme.pinSize
        font.weight: Theme.weightStrong
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: root.down ? Theme.accentSoft : Theme.raised
        border.width: Theme.borderControl
        border.color: root.enabled ? Theme.borderStrong : Theme.border

        FocusRing {
            shown: root.visualFocus
        }
    }
}
