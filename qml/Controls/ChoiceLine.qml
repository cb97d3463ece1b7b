// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// An answer's ring or box and its words.    button: the control    selected: bool    multiple: bool (a box)
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Veikart.Theme

RowLayout {
    id: root

    required property T.AbstractButton button
    property bool selected: false
    property bool multiple: false

    spacing: Theme.spaceL

    ChoiceMark {
        checked: root.selected
        multiple: root.multiple
    }
    Text {
        Layout.fillWidth: true
        text: root.button.text
        font: root.button.font
        color: root.button.enabled ? Theme.textColor : Theme.disabledText
        horizontalAlignment: Text.AlignLeft
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
    }
}
