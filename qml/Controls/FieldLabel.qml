// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The label above a field.    text: string    hint: string (a quieter line under it)
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

ColumnLayout {
    id: root

    property string text
    property string hint

    Layout.fillWidth: true
    spacing: 0

    StrongText {
        text: root.text
        visible: text.length > 0
    }
    SecondaryText {
        text: root.hint
        visible: text.length > 0
    }
}
