// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A chip that does something, as showing more of them.    text: string    signal clicked()
import QtQuick
import Veikart.Theme

Pressable {
    id: root

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.spaceL + Theme.spaceXs
    verticalPadding: Theme.spaceS

    contentItem: ChipText {
        button: root
    }

    background: ChoiceGround {
        button: root
        radius: Math.min(height, Theme.target) / 2
    }
}
