// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The layers of an answer side by side, equally wide and high; above each other where there is little room.
//   stacked: bool (told by the page: a layout that asks its own width chases itself)    default content: LayerBoxes
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

GridLayout {
    id: root

    property bool stacked: false

    Layout.fillWidth: true
    columns: stacked ? 1 : 3
    columnSpacing: Theme.spaceM
    rowSpacing: Theme.spaceS
}
