// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The PIN, before anything is shown. When what is stored does not open, the page says what is safe.
//   model: UnlockViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Entry

FocusScope {
    id: root

    enum Help { None, OtherUser, Forgotten }

    required property UnlockViewModel model
    property int help: UnlockPage.None
    readonly property string notYours: model.firstName.length > 0
                                       ? qsTr("Er du ikke %1?", "first name").arg(model.firstName)
                                       : qsTr("Er nettbrettet ikke ditt?")
    readonly property bool showsPad: help === UnlockPage.None && !model.isDamaged

    function show(asked: int): void {
        help = asked;
        if (help === UnlockPage.None)
            pad.forceActiveFocus();
        else
            back.forceActiveFocus();
    }

    focus: true

    Keys.onEscapePressed: {
        if (root.help !== UnlockPage.None)
            root.show(UnlockPage.None);
    }

    Connections {
        target: root.model

        function onRefused(): void {
            pad.clear();
            if (root.model.isDamaged)
                again.forceActiveFocus();
            else if (root.showsPad) // or help is being read
                pad.forceActiveFocus();
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
            visible: root.showsPad
        }
        PinPad {
            id: pad

            Layout.alignment: Qt.AlignHCenter
            enabled: !root.model.isBusy && !root.model.isShut
            focus: true
            visible: root.showsPad

            onEntered: (pin) => root.model.unlock(pin)
        }
        SecondaryText {
            id: message

            Layout.minimumHeight: lineHeight
            color: root.model.isBusy ? Theme.subtle : Theme.warning
            horizontalAlignment: Text.AlignHCenter
            text: root.model.message
            visible: root.showsPad
            Accessible.role: Accessible.AlertMessage
        }
        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            spacing: Theme.spaceM
            visible: root.showsPad

            AppButton {
                kind: AppButton.Quiet
                text: root.model.firstName.length > 0 ? qsTr("Ikke %1?", "first name").arg(root.model.firstName)
                                                      : qsTr("Ikke ditt?", "the tablet")

                onClicked: root.show(UnlockPage.OtherUser)
            }
            AppButton {
                kind: AppButton.Quiet
                text: qsTr("Glemt PIN?")

                onClicked: root.show(UnlockPage.Forgotten)
            }
        }
        Card {
            title: root.help === UnlockPage.OtherUser ? root.notYours : qsTr("Har du glemt PIN-koden?")
            visible: root.help !== UnlockPage.None && !root.model.isDamaged

            BodyText {
                text: root.help === UnlockPage.OtherUser ? root.model.otherUserText : root.model.forgottenText
                Accessible.role: Accessible.AlertMessage
            }
            AppButton {
                id: back

                Layout.alignment: Qt.AlignRight
                kind: AppButton.Secondary
                text: qsTr("Tilbake til PIN-koden")

                onClicked: root.show(UnlockPage.None)
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
                    pad.forceActiveFocus();
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
