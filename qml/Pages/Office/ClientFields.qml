// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The fields of a client's details.    details: ClientDetails    anywayText: string (saving though another case has the
//   national id)    underNames, showsUnderNames: items below the names, and whether they are shown
//   signal accepted()    signal savedAnyway()    signal nameFinished()
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office

FocusScope {
    id: root

    required property ClientDetails details
    property alias anywayText: sameNationalId.anywayText
    property alias underNames: underNames.data
    property alias showsUnderNames: underNames.visible

    signal accepted()
    signal savedAnyway()
    signal nameFinished()

    Layout.fillWidth: true
    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight
    // What is written before the page was read, or while it is being saved, would be lost.
    enabled: details.isOpen

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.spaceL

        TextLineField {
            focus: true
            error: root.details.firstNameError
            label: qsTr("Fornavn")
            text: root.details.firstName

            onAccepted: root.accepted()
            onEdited: (value) => root.details.firstName = value
            onFinished: root.nameFinished()
        }
        TextLineField {
            label: qsTr("Etternavn")
            error: root.details.lastNameError
            text: root.details.lastName

            onAccepted: root.accepted()
            onEdited: (value) => root.details.lastName = value
            onFinished: root.nameFinished()
        }
        ColumnLayout {
            id: underNames

            visible: false
        }
        TextLineField {
            label: qsTr("Fødselsnummer")
            hint: qsTr("Kan stå tomt. Bare oppdiktede nummer, der det er lagt 80 til måneden.")
            error: root.details.nationalIdError
            inputMethodHints: Qt.ImhDigitsOnly
            text: root.details.nationalId

            onAccepted: root.accepted()
            onEdited: (value) => root.details.nationalId = value
            onFinished: root.details.lookForSameNationalId()
        }
        SameCaseCard {
            id: sameNationalId

            canOpen: root.details.canOpenOther
            text: root.details.sameNationalId
            visible: text.length > 0

            onIgnored: root.savedAnyway()
            onOpened: root.details.openOther()
        }
        TextLineField {
            error: root.details.phoneError
            label: qsTr("Telefon")
            inputMethodHints: Qt.ImhDialableCharactersOnly
            text: root.details.phone

            onAccepted: root.accepted()
            onEdited: (value) => root.details.phone = value
        }
        TextLineField {
            error: root.details.languageError
            label: qsTr("Språk")
            text: root.details.language

            onAccepted: root.accepted()
            onEdited: (value) => root.details.language = value
        }
        FieldLabel {
            text: qsTr("Tolk")
        }
        ChipChoice {
            Accessible.name: qsTr("Tolk")
            choices: root.details.interpreterChoices
            current: root.details.interpreter

            onPicked: (index) => root.details.interpreter = index
        }
    }
}
