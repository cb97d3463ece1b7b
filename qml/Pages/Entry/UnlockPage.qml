// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The PIN or the words, before anything is shown. When what is stored does not open, the page says what is safe.
//   model: UnlockViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Entry

FocusScope {
    id: root

    required property UnlockViewModel model
    property bool isForgotten: false
    readonly property bool asks: !isForgotten && !model.isDamaged

    function takeFocus(): void {
        if (model.isDamaged)
            again.forceActiveFocus();
        else if (isForgotten)
            back.forceActiveFocus();
        else
            (model.takesWords ? words : pad).forceActiveFocus();
    }

    focus: true

    onIsForgottenChanged: root.takeFocus()

    Keys.onEscapePressed: root.isForgotten = false

    Connections {
        target: root.model

        function onRefused(): void {
            pad.clear();
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

        BodyText {
            color: Theme.subtle
            horizontalAlignment: Text.AlignHCenter
            text: root.model.greeting
            visible: root.asks
        }
        PinPad {
            id: pad

            Layout.alignment: Qt.AlignHCenter
            enabled: !root.model.isBusy && !root.model.isShut
            focus: !root.model.takesWords
            visible: root.asks && !root.model.takesWords

            onEntered: (pin) => root.model.unlock(pin)
        }
        WordsField {
            id: words

            enabled: !root.model.isBusy && !root.model.isShut
            focus: root.model.takesWords
            visible: root.asks && root.model.takesWords

            onEntered: (typed) => root.model.unlock(typed)
        }
        SecondaryText {
            id: message

            Layout.minimumHeight: lineHeight
            color: root.model.isBusy ? Theme.subtle : Theme.warning
            horizontalAlignment: Text.AlignHCenter
            text: root.model.message
            visible: root.asks
            Accessible.role: Accessible.AlertMessage
        }
        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            spacing: Theme.spaceM
            visible: root.asks

            AppButton {
                kind: AppButton.Quiet
                text: root.model.firstName.length > 0 ? qsTr("Ikke %1?", "first name").arg(root.model.firstName)
                                                      : qsTr("Ikke ditt?", "the tablet")

                onClicked: root.model.chooseOtherUser()
            }
            AppButton {
                kind: AppButton.Quiet
                text: root.model.takesWords ? qsTr("Glemt ordene?") : qsTr("Glemt PIN?")

                onClicked: root.isForgotten = true
            }
        }
        Card {
            title: root.model.takesWords ? qsTr("Har du glemt ordene?") : qsTr("Har du glemt PIN-koden?")
            visible: root.isForgotten && !root.model.isDamaged

            BodyText {
                text: root.model.forgottenText
                Accessible.role: Accessible.AlertMessage
            }
            AppButton {
                id: back

                Layout.alignment: Qt.AlignRight
                kind: AppButton.Secondary
                text: qsTr("Tilbake")

                onClicked: root.isForgotten = false
            }
        }
        Card {
            title: qsTr("Det som er lagret her, lar seg ikke åpne")
            outline: Theme.warning
            visible: root.model.isDamaged

            BodyText {
                text: root.model.message
                Accessible.role: Accessible.AlertMessage
            }
            AppButton {
                id: again

                Layout.alignment: Qt.AlignRight
                kind: AppButton.Secondary
                text: qsTr("Prøv igjen")

                onClicked: {
                    root.model.tryAgain();
                    root.takeFocus();
                }
            }
        }
        SecondaryText {
            horizontalAlignment: Text.AlignHCenter
            text: root.model.isDamaged ? qsTr("Alt på nettbrettet er kryptert.")
                                       : qsTr("Fungerer uten nett. Alt på nettbrettet er kryptert.")
        }
    }
}
