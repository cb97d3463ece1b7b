// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The words of a chip.    button: the control    selected: bool
import QtQuick
import QtQuick.Templates as T
import Veikart.Theme

Item {
    id: root

    required property T.AbstractButton button
    property bool selected: false

    // Measured, not asked of the text: a wrapped text's own width depends on the room it is given.
    implicitWidth: Math.ceil(measure.advanceWidth)
    implicitHeight: words.implicitHeight

    TextMetrics {
        id: measure

        font: root.button.font
        text: root.button.text
    }
    Text {
        id: words

        anchors.fill: parent
        text: root.button.text
        font: root.button.font
        color: !root.button.enabled ? Theme.disabledText : (root.selected ? Theme.accentStrong : Theme.textColor)
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
        wrapMode: width < root.implicitWidth ? Text.Wrap : Text.NoWrap
    }
}
