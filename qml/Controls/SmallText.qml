// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The smallest text: labels of boxes, the state of the tablet.    text: string
import QtQuick
import Veikart.Theme

BodyText {
    color: Theme.subtle
    font.pixelSize: Theme.smallSize
}
