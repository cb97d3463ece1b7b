// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A short alternative of which several may be on.    text, selected, chosen() as in PressableCheck
import QtQuick
import Veikart.Theme

PressableCheck {
    id: root

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.spaceL + Theme.spaceXs
    verticalPadding: Theme.spaceS

    contentItem: ChipText {
        button: root
        selected: root.selected
    }

    background: ChoiceGround {
        button: root
        radius: Math.min(height, Theme.target) / 2
        selected: root.selected
    }
}
