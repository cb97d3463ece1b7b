// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The caseload at the office: what needs the counsellor first, in words.    model: CaseloadViewModel
import QtQuick
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office

FocusScope {
    id: root

    required property CaseloadViewModel model
    readonly property bool isSearching: model.searchText.length > 0
    readonly property bool isEmpty: model.isLoaded && model.everybody.count === 0

    focus: true

    Keys.onEscapePressed: root.model.searchText = ""

    PageScroll {
        anchors.fill: parent
        maximumWidth: 0
        spacing: Theme.spaceM

        PageHeading {
            text: qsTr("Mine brukere")

            TextLineField {
                focus: true
                placeholder: qsTr("Søk etter navn")
                text: root.model.searchText

                onEdited: (value) => root.model.searchText = value
            }
            AppButton {
                text: qsTr("Ny bruker")

                onClicked: root.model.newClient()
            }
        }
        Notice {
            tone: Notice.Warning
            text: root.model.message
            visible: text.length > 0
        }
        Notice {
            text: root.model.goneText
            visible: text.length > 0
        }
        SecondaryText {
            text: qsTr("Henter brukerne dine …")
            visible: !root.model.isLoaded && root.model.message.length === 0
        }
        HeadingText {
            level: 4
            text: qsTr("Treff")
            visible: root.isSearching
        }
        PeopleList {
            people: root.model.found
            emptyText: qsTr("Fant ingen med dette navnet. Prøv med færre bokstaver.")
            visible: root.isSearching

            onOpened: (caseId) => root.model.openCase(caseId)
        }
        AppButton {
            flush: true
            kind: AppButton.Quiet
            text: qsTr("Åpne en kollegas sak i et nødstilfelle")
            visible: root.isSearching

            onClicked: root.model.openInEmergency()
        }
        Card {
            title: qsTr("Ingen brukere ennå")
            visible: root.isEmpty && !root.isSearching

            BodyText {
                text: qsTr("Brukerne dine kommer hit når nettbrettet har vært i kontakt med kontoret. Du kan også legge "
                           + "til en ny bruker nå, med eller uten nett.")
            }
        }
        CaseloadSections {
            model: root.model
            visible: root.model.isLoaded && !root.isEmpty && !root.isSearching
        }
    }
}
