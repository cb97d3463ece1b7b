// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The next appointment and the latest contacts on the case page.    model: CaseViewModel
pragma ComponentBehavior: Bound
import QtQuick
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office

RowsCard {
    id: root

    required property CaseViewModel model

    title: qsTr("Siste kontakter")

    WordsUnder {
        width: root.contentWidth
        label: qsTr("Neste: %1").arg(root.model.nextAppointment)
        text: root.model.nextDetail
    }
    ActionRow {
        room: root.contentWidth
        columnSpacing: Theme.spaceXl
        visible: root.model.appointment.hasAppointment && !root.model.appointment.isMoving

        AppButton {
            id: move

            enabled: !root.model.appointment.isBusy
            kind: AppButton.Quiet
            flush: true
            text: qsTr("Flytt")
            Accessible.name: qsTr("Flytt neste avtale")

            onClicked: root.model.appointment.move()
        }
        AppButton {
            enabled: root.model.appointment.canCancel
            kind: AppButton.Quiet
            flush: true
            text: qsTr("Avlys")
            Accessible.name: qsTr("Avlys neste avtale")

            onClicked: root.model.appointment.cancel()
        }
    }
    AppointmentMove {
        width: root.contentWidth
        editor: root.model.appointment
        opener: move
    }
    AppointmentNews {
        width: root.contentWidth
        editor: root.model.appointment
    }

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
