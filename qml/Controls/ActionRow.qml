// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Actions side by side, or above each other and all of the width when `room` is too little for them.
//   room: real (the width there is)    naturalWidth: real (what side by side needs)    default content: buttons
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

GridLayout {
    id: root

    property real room: naturalWidth
    readonly property real naturalWidth: sideBySide()
    readonly property bool stacked: naturalWidth > room

    function sideBySide(): real {
        let total = 0;
        for (let i = 0; i < children.length; ++i) {
            if (children[i].visible)
                total += children[i].implicitWidth + (total > 0 ? columnSpacing : 0);
        }
        return total;
    }

    Layout.fillWidth: stacked
    columns: stacked ? 1 : Math.max(1, children.length)
    columnSpacing: Theme.spaceL
    rowSpacing: Theme.spaceS
}
