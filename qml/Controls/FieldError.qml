// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What is wrong with a field, in words under it.    text: string (nothing is shown while it is empty)
import QtQuick
import Veikart.Theme

SecondaryText {
    color: Theme.danger
    font.weight: Theme.weightStrong
    visible: text.length > 0
    Accessible.role: Accessible.AlertMessage
}
