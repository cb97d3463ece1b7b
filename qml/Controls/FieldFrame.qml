// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The box of a field.    failed: bool    focused: bool
import QtQuick
import Veikart.Theme

Rectangle {
    id: root

    property bool failed: false
    property bool focused: false

    radius: Theme.radiusControl
    color: enabled ? Theme.raised : Theme.disabledFill
    border.width: focused ? Theme.focusRing : Theme.borderControl
    border.color: failed ? Theme.danger : (focused ? Theme.focusColor : Theme.borderStrong)
}
