// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What stands before the store is open: the app's name and one column in the middle of the window.
//   default content: a column
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme

PageScroll {
    id: root

    default property alias body: column.data

    maximumWidth: Theme.questionWidth
    edgeMargin: Math.max(Theme.spaceXl, (height - column.implicitHeight) / 2)

    ColumnLayout {
        id: column

        spacing: Theme.spaceXl

        HeadingText {
            level: 1
            color: Theme.accent
            font.weight: Theme.weightBold
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Veikart")
        }
    }
}
