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
    readonly property bool waits: model.waitingText.length > 0
    // What is written before the page was read, or while it is being saved, would be lost.
    readonly property bool canWrite: model.isOpen && !model.isSaving

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
            Card {
                visible: root.waits

                BodyText {
                    text: root.model.waitingText
                    Accessible.role: Accessible.AlertMessage
                }
                ActionRow {
                    room: parent.width

                    AppButton {
                        focus: root.waits
                        kind: AppButton.Secondary
                        text: qsTr("Fortsett på kladden")

                        onClicked: root.model.continueDraft()
                    }
                    AppButton {
                        kind: AppButton.Quiet
                        text: qsTr("Forkast")

                        onClicked: root.model.discard()
                    }
                }
            }
            Notice {
                enabled: root.canWrite
                actionText: qsTr("Forkast")
                text: root.model.draftText
                visible: text.length > 0

                onActionTriggered: root.model.discard()
            }
            TextLineField {
                enabled: root.canWrite
                visible: !root.waits
                focus: !root.waits
                error: root.model.firstNameError
                label: qsTr("Fornavn")
                text: root.model.firstName

                onAccepted: root.model.save()
                onEdited: (value) => root.model.firstName = value
                onFinished: root.model.lookForSameName()
            }
            TextLineField {
                enabled: root.canWrite
                visible: !root.waits
                label: qsTr("Etternavn")
                error: root.model.lastNameError
                text: root.model.lastName

                onAccepted: root.model.save()
                onEdited: (value) => root.model.lastName = value
                onFinished: root.model.lookForSameName()
            }
            Card {
                enabled: root.canWrite
                outline: Theme.warning
                visible: root.model.sameName.length > 0 && root.model.sameNationalId.length === 0

                BodyText {
                    text: root.model.sameName
                    Accessible.role: Accessible.AlertMessage
                }
                ActionRow {
                    room: parent.width

                    AppButton {
                        kind: AppButton.Secondary
                        text: qsTr("Åpne saken")
                        visible: root.model.canOpenSameName

                        onClicked: root.model.openSameName()
                    }
                    AppButton {
                        kind: AppButton.Quiet
                        text: qsTr("Lag en sak til likevel")

                        onClicked: root.model.saveThoughSameName()
                    }
                }
            }
            TextLineField {
                enabled: root.canWrite
                visible: !root.waits
                label: qsTr("Fødselsnummer")
                hint: qsTr("Kan stå tomt. Bare oppdiktede nummer, der det er lagt 80 til måneden.")
                error: root.model.nationalIdError
                inputMethodHints: Qt.ImhDigitsOnly
                text: root.model.nationalId

                onAccepted: root.model.save()
                onEdited: (value) => root.model.nationalId = value
                onFinished: root.model.lookForSameNationalId()
            }
            Card {
                enabled: root.canWrite
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
                enabled: root.canWrite
                visible: !root.waits
                error: root.model.phoneError
                label: qsTr("Telefon")
                inputMethodHints: Qt.ImhDialableCharactersOnly
                text: root.model.phone

                onAccepted: root.model.save()
                onEdited: (value) => root.model.phone = value
            }
            TextLineField {
                enabled: root.canWrite
                visible: !root.waits
                error: root.model.languageError
                label: qsTr("Språk")
                text: root.model.language

                onAccepted: root.model.save()
                onEdited: (value) => root.model.language = value
            }
            FieldLabel {
                enabled: root.canWrite
                visible: !root.waits
                text: qsTr("Tolk")
            }
            ChipChoice {
                enabled: root.canWrite
                visible: !root.waits
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
                enabled: root.canWrite
                wide: true
                text: root.model.isSaving ? qsTr("Lagrer") : qsTr("Lagre")

                onClicked: root.model.save()
            }
        }
    }
}
