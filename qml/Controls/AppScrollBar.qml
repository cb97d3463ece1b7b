// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A thin scroll bar, there only when there is more to see.
import QtQuick
import QtQuick.Templates as T
import Veikart.Theme

T.ScrollBar {
    id: root

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.borderControl
    policy: T.ScrollBar.AsNeeded
    visible: size < 1
    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: Theme.scrollBarWidth
        implicitHeight: Theme.scrollBarWidth
        radius: Theme.scrollBarWidth / 2
        color: root.pressed ? Theme.borderStrong : Theme.border
    }
}
