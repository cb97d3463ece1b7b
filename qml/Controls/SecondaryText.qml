// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Quieter text beside or under the main one.    text: string
import QtQuick
import Veikart.Theme

BodyText {
    color: Theme.subtle
    font.pixelSize: Theme.secondarySize
}
