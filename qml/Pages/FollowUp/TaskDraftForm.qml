// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A task being agreed: what, who, by when.    draft: TaskDraft    signal saved()    signal cancelled()
import QtQuick
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Shared

Card {
    id: root

    required property TaskDraft draft

    signal saved()
    signal cancelled()

    title: qsTr("Ny oppgave")

    onVisibleChanged: {
        if (visible)
            what.forceActiveFocus();
    }

    TextLineField {
        id: what

        label: qsTr("Hva skal gjøres?")
        text: root.draft.what

        onEdited: value => root.draft.what = value
        onAccepted: root.saved()
    }
    ChipChoice {
        label: qsTr("Hvem")
        choices: root.draft.partyChoices
        current: root.draft.party

        onPicked: index => root.draft.party = index
    }
    TextLineField {
        label: qsTr("Hvem gjør det?")
        text: root.draft.otherParty
        visible: root.draft.party === 3

        onEdited: value => root.draft.otherParty = value
    }
    DateField {
        label: qsTr("Innen")
        quickLabels: root.draft.dueLabels
        quickValues: root.draft.dueValues
        value: root.draft.dueDate

        onPicked: value => root.draft.dueDate = value
    }
    FieldError {
        text: root.draft.problem
    }
    ActionRow {
        room: root.width - Theme.spaceXxxl

        AppButton {
            kind: AppButton.Secondary
            text: qsTr("Legg til")

            onClicked: root.saved()
        }
        AppButton {
            kind: AppButton.Quiet
            text: qsTr("Avbryt")

            onClicked: root.cancelled()
        }
    }
}
