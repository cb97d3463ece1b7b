// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The next appointment, agreed while a contact is logged.    model: ContactViewModel
import QtQuick
import Veikart.Controls
import Veikart.ViewModels.Followup

Card {
    id: root

    required property ContactViewModel model

    title: qsTr("Neste avtale")

    DateField {
        label: qsTr("Dag")
        error: root.model.next.dateProblem
        quickLabels: root.model.next.dateLabels
        quickValues: root.model.next.dateValues
        value: root.model.next.date

        onPicked: value => root.model.next.date = value
    }
    TimeField {
        label: qsTr("Klokkeslett")
        error: root.model.next.timeProblem
        value: root.model.next.time

        onPicked: value => root.model.next.time = value
    }
    ChipChoice {
        label: qsTr("Type")
        choices: root.model.typeChoices
        current: root.model.next.type

        onPicked: index => root.model.next.type = index
    }
    TextLineField {
        label: qsTr("Hvor")
        text: root.model.next.placeName

        onEdited: value => root.model.next.placeName = value
    }
}
