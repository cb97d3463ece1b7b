// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A few words, with what they are about in bold above them; nothing while there are none.    label, text: string
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme

ColumnLayout {
    id: root

    property string label
    property string text

    spacing: 0
    visible: text.length > 0

    SecondaryText {
        color: Theme.textColor
        font.weight: Theme.weightBold
        text: root.label
    }
    SecondaryText {
        text: root.text
    }
}
