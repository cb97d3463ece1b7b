// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Running text, bold.    text: string    client: bool (the client's size)
import QtQuick
import Veikart.Theme

BodyText {
    font.weight: Theme.weightBold
}
