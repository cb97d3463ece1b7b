// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A new client and case, with or without a network.    model: NewClientViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office

FocusScope {
    id: root

    required property NewClientViewModel model

    focus: true

    Keys.onEscapePressed: root.model.close()

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            Layout.fillWidth: true
            Layout.fillHeight: true

            PageHeading {
                text: qsTr("Ny bruker")
                subtitle: root.model.networkText
            }
            Notice {
                actionText: qsTr("Forkast")
                text: root.model.draftText
                visible: text.length > 0

                onActionTriggered: root.model.discard()
            }
            TextLineField {
                focus: true
                label: qsTr("Fornavn")
                text: root.model.firstName

                onAccepted: root.model.save()
                onEdited: (value) => root.model.firstName = value
                onFinished: root.model.lookForSameName()
            }
            TextLineField {
                label: qsTr("Etternavn")
                error: root.model.nameError
                text: root.model.lastName

                onAccepted: root.model.save()
                onEdited: (value) => root.model.lastName = value
                onFinished: root.model.lookForSameName()
            }
            Notice {
                tone: Notice.Accent
                text: root.model.sameName
                visible: text.length > 0
            }
            TextLineField {
                label: qsTr("Fødselsnummer")
                hint: qsTr("Kan stå tomt. Bare oppdiktede nummer, der måneden er lagt til 80.")
                error: root.model.nationalIdError
                inputMethodHints: Qt.ImhDigitsOnly
                text: root.model.nationalId

                onAccepted: root.model.save()
                onEdited: (value) => root.model.nationalId = value
                onFinished: root.model.lookForSameNationalId()
            }
            Card {
                outline: Theme.warning
                visible: root.model.sameNationalId.length > 0

                BodyText {
                    text: root.model.sameNationalId
                    Accessible.role: Accessible.AlertMessage
                }
                ActionRow {
                    room: parent.width

                    AppButton {
                        kind: AppButton.Secondary
                        text: qsTr("Åpne saken")
                        visible: root.model.canOpenOther

                        onClicked: root.model.openOther()
                    }
                    AppButton {
                        kind: AppButton.Quiet
                        text: qsTr("Lag en sak til likevel")

                        onClicked: root.model.saveAnyway()
                    }
                }
            }
            TextLineField {
                label: qsTr("Telefon")
                inputMethodHints: Qt.ImhDialableCharactersOnly
                text: root.model.phone

                onAccepted: root.model.save()
                onEdited: (value) => root.model.phone = value
            }
            TextLineField {
                label: qsTr("Språk")
                text: root.model.language

                onAccepted: root.model.save()
                onEdited: (value) => root.model.language = value
            }
            FieldLabel {
                text: qsTr("Tolk")
            }
            ChipChoice {
                Accessible.name: qsTr("Tolk")
                choices: root.model.interpreterChoices
                current: root.model.interpreter

                onPicked: (index) => root.model.interpreter = index
            }
        }
        BarNotice {
            text: root.model.message
        }
        BottomBar {
            maximumWidth: Theme.columnWidth
            leading: AppButton {
                kind: AppButton.Quiet
                flush: true
                text: qsTr("Lukk")

                onClicked: root.model.close()
            }
            trailing: AppButton {
                wide: true
                text: qsTr("Lagre")

                onClicked: root.model.save()
            }
        }
    }
}
