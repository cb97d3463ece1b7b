// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The caseload in parts: who is met today, who needs something, and everybody when asked for.
//   model: CaseloadViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office

ColumnLayout {
    id: root

    required property CaseloadViewModel model

    spacing: Theme.spaceM

    HeadingText {
        level: 4
        text: qsTr("I dag")
    }
    PeopleList {
        people: root.model.today
        calmTone: PersonRow.Accent
        emptyText: qsTr("Ingen avtaler i dag.")

        onOpened: (caseId) => root.model.openCase(caseId)
    }
    HeadingText {
        Layout.topMargin: Theme.spaceM
        level: 4
        text: qsTr("Trenger noe fra deg")
    }
    PeopleList {
        people: root.model.needing
        emptyText: qsTr("Ingen trenger noe fra deg akkurat nå.")

        onOpened: (caseId) => root.model.openCase(caseId)
    }
    HeadingText {
        Layout.topMargin: Theme.spaceM
        level: 4
        text: qsTr("Alle")
        visible: root.model.showsEverybody
    }
    PeopleList {
        people: root.model.showsEverybody ? root.model.everybody : null
        visible: root.model.showsEverybody

        onOpened: (caseId) => root.model.openCase(caseId)
    }
    RowLayout {
        spacing: Theme.spaceL

        SecondaryText {
            text: root.model.summary
        }
        AppButton {
            kind: AppButton.Quiet
            flush: true
            text: root.model.showsEverybody ? qsTr("Vis færre") : qsTr("Vis alle")

            onClicked: root.model.showsEverybody = !root.model.showsEverybody
        }
    }
}
