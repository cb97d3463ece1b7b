// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The line above every row of a list but the first.    row: the row it belongs to
import QtQuick
import Veikart.Theme

Rectangle {
    required property Item row

    anchors.left: parent.left
    anchors.right: parent.right
    anchors.top: parent.top
    implicitHeight: Theme.hairline
    color: Theme.border
    visible: row.y > 0
}
