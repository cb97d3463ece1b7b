// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The ring or box that shows whether something is chosen.
//   checked: bool    multiple: bool (a box with a tick)    tint: color (when checked)
import QtQuick
import Veikart.Theme

Rectangle {
    id: root

    property bool checked: false
    property bool multiple: false
    property color tint: Theme.accent

    implicitWidth: Theme.markSize
    implicitHeight: Theme.markSize
    radius: multiple ? Theme.radiusControl - Theme.borderControl : width / 2
    color: Theme.raised
    border.width: Theme.borderControl
    border.color: checked ? tint : Theme.borderStrong

    Rectangle {
        anchors.centerIn: parent
        implicitWidth: Theme.markDotSize
        implicitHeight: Theme.markDotSize
        radius: width / 2
        color: root.tint
        visible: root.checked && !root.multiple
    }
    Text {
        anchors.centerIn: parent
        text: "\u2713"
        color: root.tint
        font.family: Theme.fontFamily
        font.pixelSize: Theme.bodySize
        font.weight: Theme.weightBold
        visible: root.checked && root.multiple
        Accessible.ignored: true
    }
}
