// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The app's button. Enter and Space press it; the text wraps when there is too little room.
//   text: string    enabled: bool    signal clicked()
//   kind: AppButton.Primary (one a screen) | Secondary (outlined) | Quiet (text alone)
//   large: bool (the client's size)    wide: bool (the main action of a bar)
//   flush: bool (Quiet: text at the edge of the column, no padding)
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

Pressable {
    id: root

    enum Kind { Primary, Secondary, Quiet }

    property int kind: AppButton.Primary
    property bool large: false
    property bool wide: false
    property bool flush: false
    readonly property ActionRow row: parent as ActionRow
    readonly property bool filled: kind === AppButton.Primary

    function fillColor(): color {
        if (!filled)
            return down ? Theme.accentSoft : (kind === AppButton.Quiet ? "transparent" : Theme.raised);
        if (!enabled)
            return Theme.disabledFill;
        return down ? Theme.accentStrong : Theme.accent;
    }

    Layout.fillWidth: row !== null && row.stacked
    implicitWidth: Math.max(wide ? Theme.mainActionWidth : Theme.target,
                            implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(large ? Theme.clientButtonHeight : Theme.buttonHeight,
                             implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: flush ? 0 : (kind === AppButton.Quiet ? Theme.spaceL : Theme.spaceXl)
    verticalPadding: Theme.spaceS
    font.pixelSize: large && filled ? Theme.clientBodySize : Theme.bodySize
    font.weight: Theme.weightStrong

    contentItem: Text {
        text: root.text
        font: root.font
        color: !root.enabled ? Theme.disabledText : (root.filled ? Theme.textOnAccent : Theme.accent)
        horizontalAlignment: root.flush ? Text.AlignLeft : Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: root.fillColor()
        border.width: root.kind === AppButton.Secondary ? Theme.borderControl : 0
        border.color: root.enabled ? Theme.accent : Theme.border

        FocusRing {
            shown: root.visualFocus
        }
    }
}
