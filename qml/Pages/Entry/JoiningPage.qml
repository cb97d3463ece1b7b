// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Taking the tablet into use: the office is met, its user known, and a lock chosen.    model: JoiningViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Entry

FocusScope {
    id: root

    required property JoiningViewModel model

    function takeFocus(): void {
        switch (model.step) {
        case JoiningViewModel.Code: return (address.text.length > 0 ? code : address).forceActiveFocus();
        case JoiningViewModel.SignIn: return userName.forceActiveFocus();
        default: return lock.takeFocus();
        }
    }

    focus: true

    Connections {
        target: root.model

        function onCleared(): void {
            password.text = "";
            root.takeFocus();
            page.reveal(message);
        }
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    EntryColumn {
        id: page

        anchors.fill: parent

        Card {
            enabled: !root.model.isBusy
            title: root.model.isKnownTablet ? qsTr("Ny på dette nettbrettet") : qsTr("Ta nettbrettet i bruk")
            visible: root.model.step === JoiningViewModel.Code

            BodyText {
                text: qsTr("Du trenger en adresse og en kode fra den som har ansvar for nettbrettene, og nett til kontoret.")
            }
            TextLineField {
                id: address

                inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoPredictiveText
                label: qsTr("Adresse")
                placeholder: qsTr("veikart.kommune.no", "example of an address")
                text: root.model.address

                onEdited: (value) => address.text = value
                onAccepted: code.forceActiveFocus()
            }
            TextLineField {
                id: code

                inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
                label: qsTr("Kode")
                hint: qsTr("Seksten tegn. Bindestrek og store eller små bokstaver er uten betydning.")

                onEdited: (value) => code.text = value
                onAccepted: root.model.meet(address.text, code.text)
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.spaceM

                AppButton {
                    kind: AppButton.Quiet
                    text: qsTr("Logg inn med passord i stedet")
                    visible: root.model.isKnownTablet

                    onClicked: root.model.signInInstead()
                }
                Item {
                    Layout.fillWidth: true
                }
                AppButton {
                    text: qsTr("Neste")

                    onClicked: root.model.meet(address.text, code.text)
                }
            }
        }
        LeadText {
            horizontalAlignment: Text.AlignHCenter
            text: root.model.greeting
            visible: root.model.step !== JoiningViewModel.Code
        }
        Card {
            enabled: !root.model.isBusy
            title: qsTr("Logg inn")
            visible: root.model.step === JoiningViewModel.SignIn

            TextLineField {
                id: userName

                inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
                label: qsTr("Brukernavn")

                onEdited: (value) => userName.text = value
                onAccepted: password.forceActiveFocus()
            }
            SecretField {
                id: password

                label: qsTr("Passord")
                hint: qsTr("Det du bruker hos kontoret. Nettbrettet husker det ikke.")

                onAccepted: root.model.signIn(userName.text, password.text)
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.spaceM

                AppButton {
                    kind: AppButton.Quiet
                    text: qsTr("Jeg har en kode")

                    onClicked: root.model.useCodeInstead()
                }
                Item {
                    Layout.fillWidth: true
                }
                AppButton {
                    text: qsTr("Neste")

                    onClicked: root.model.signIn(userName.text, password.text)
                }
            }
        }
        LockForm {
            id: lock

            busy: root.model.isBusy
            lock: root.model.lock
            visible: root.model.step === JoiningViewModel.Lock
        }
        SecondaryText {
            id: message

            color: root.model.isBusy ? Theme.subtle : Theme.warning
            horizontalAlignment: Text.AlignHCenter
            text: root.model.message
            visible: text.length > 0
            Accessible.role: Accessible.AlertMessage
        }
        AppButton {
            Layout.alignment: Qt.AlignHCenter
            enabled: !root.model.isBusy
            kind: AppButton.Quiet
            text: qsTr("Tilbake")
            visible: root.model.step !== JoiningViewModel.Code

            onClicked: root.model.back()
        }
    }

    Component.onCompleted: root.model.begin()
}
