// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The layers of an answer side by side, equally wide and high; above each other where there is little room.
//   default content: LayerBoxes
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

GridLayout {
    id: root

    Layout.fillWidth: true
    columns: width < Theme.columnWidth ? 1 : 3
    columnSpacing: Theme.spaceM
    rowSpacing: Theme.spaceS
}
