// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A heading.    text: string    level: 1 (largest) | 2 (a page) | 3 (a card) | 4 (a group in a list, quiet)
import QtQuick
import Veikart.Theme

BodyText {
    id: root

    property int level: 2

    color: level > 3 ? Theme.subtle : Theme.textColor
    font.pixelSize: [Theme.headingLarge, Theme.headingMedium, Theme.headingSmall, Theme.bodySize][level - 1]
    font.weight: Theme.weightStrong
    lineHeightMode: Text.ProportionalHeight
    lineHeight: 1
    Accessible.role: Accessible.Heading
}
