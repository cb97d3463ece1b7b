// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A line at the foot of the side bar; nothing while its text is empty.    text: string    compact: bool
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

SmallText {
    property bool compact: false

    Layout.leftMargin: compact ? 0 : Theme.spaceM + Theme.borderControl
    horizontalAlignment: compact ? Text.AlignRight : Text.AlignLeft
    visible: text.length > 0
}
