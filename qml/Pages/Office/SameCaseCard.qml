// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Another case that is perhaps the same person's.    text: string    canOpen: bool
//   anywayText: string (what goes on nevertheless is called)    signal opened()    signal ignored()
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme

Card {
    id: root

    property alias text: words.text
    property alias canOpen: opening.visible
    property alias anywayText: anyway.text

    signal opened()
    signal ignored()

    Layout.fillWidth: true
    outline: Theme.warning

    BodyText {
        id: words

        Accessible.role: Accessible.AlertMessage
    }
    ActionRow {
        room: parent.width

        AppButton {
            id: opening

            kind: AppButton.Secondary
            text: qsTr("Åpne saken")

            onClicked: root.opened()
        }
        AppButton {
            id: anyway

            kind: AppButton.Quiet

            onClicked: root.ignored()
        }
    }
}
