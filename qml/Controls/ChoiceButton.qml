// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One answer among several, the client's size.    text, selected, chosen() as in PressableRadio
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

PressableRadio {
    id: root

    Layout.fillWidth: true
    // The same for all, so that answers side by side are equally wide.
    Layout.preferredWidth: Theme.fieldWidth
    implicitHeight: Math.max(Theme.clientTarget, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.spaceL + Theme.spaceXs
    verticalPadding: Theme.spaceM
    font.pixelSize: Theme.clientBodySize

    contentItem: ChoiceLine {
        button: root
        selected: root.selected
    }

    background: ChoiceGround {
        button: root
        radius: Theme.radiusCard
        selected: root.selected
    }
}
