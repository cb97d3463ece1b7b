// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The next appointment and the latest contacts on the case page.    model: CaseViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office

Card {
    id: root

    required property CaseViewModel model

    title: qsTr("Siste kontakter")

    // A positioner, because Qt 6.4's layouts still lay out rows that a changed model has taken away.
    Column {
        id: contacts

        Layout.fillWidth: true
        spacing: Theme.spaceM

        Repeater {
            model: root.model.contacts

            WordsUnder {
                required property string when
                required text

                width: contacts.width
                label: when
            }
        }
        SecondaryText {
            width: contacts.width
            text: qsTr("Ingen kontakt ennå.")
            visible: root.model.contacts.count === 0
        }
    }
}
