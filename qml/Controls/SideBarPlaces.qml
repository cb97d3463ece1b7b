// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The places of the side bar, one under the other or, lying down, side by side.    lying: bool    SideBarItems
import QtQuick
import Veikart.Theme

// A positioner, because Qt 6.4's layouts still lay out places that a changed model has taken away.
Grid {
    id: root

    property bool lying: false

    columns: lying ? Math.max(1, children.length) : 1
    verticalItemAlignment: Grid.AlignVCenter
    spacing: Theme.spaceXs
}
