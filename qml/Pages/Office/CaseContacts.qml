// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The next appointment and the latest contacts on the case page.    model: CaseViewModel
pragma ComponentBehavior: Bound
import QtQuick
import Veikart.Controls
import Veikart.ViewModels.Office

RowsCard {
    id: root

    required property CaseViewModel model

    title: qsTr("Siste kontakter")

    Repeater {
        model: root.model.contacts

        WordsUnder {
            required property string when
            required text

            width: root.contentWidth
            label: when
        }
    }
    AppButton {
        kind: AppButton.Quiet
        flush: true
        text: root.model.showsAllContacts ? qsTr("Vis færre")
                                          : qsTr("Alle %n kontakter", "on the case page", root.model.contactCount)
        visible: root.model.hasMoreContacts

        onClicked: root.model.showsAllContacts = !root.model.showsAllContacts
    }
    SecondaryText {
        width: root.contentWidth
        text: qsTr("Ingen kontakt ennå.")
        visible: root.model.contacts.count === 0
    }
}
