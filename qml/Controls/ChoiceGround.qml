// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The ground of something that can be chosen.    button: the control    selected: bool    radius: real
import QtQuick
import QtQuick.Templates as T
import Veikart.Theme

Rectangle {
    id: root

    required property T.AbstractButton button
    property bool selected: false

    color: selected || button.down ? Theme.accentSoft : Theme.raised
    border.width: Theme.borderControl
    border.color: selected ? Theme.accent : Theme.borderStrong

    FocusRing {
        cornerRadius: root.radius
        shown: root.button.visualFocus
    }
}
