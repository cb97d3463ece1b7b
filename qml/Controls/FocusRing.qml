// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The ring that shows where the keyboard is. Fills its parent, outside it unless `inside`.
//   shown: bool    inside: bool    cornerRadius: real (of the control it surrounds)
import QtQuick
import Veikart.Theme

Rectangle {
    id: root

    property bool shown: false
    property bool inside: false
    property real cornerRadius: Theme.radiusControl
    readonly property real gap: inside ? Theme.borderControl : -(Theme.focusRing + Theme.borderControl)

    anchors.fill: parent
    anchors.margins: gap
    visible: shown
    color: "transparent"
    radius: Math.max(0, cornerRadius - gap)
    border.width: Theme.focusRing
    border.color: Theme.focusColor
}
