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

    required property UnlockViewModel model

    focus: true

    Connections {
        target: root.model

        function onRefused(): void {
            pad.clear();
            if (root.model.isDamaged)
                again.forceActiveFocus();
            else
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
            visible: !root.model.isDamaged
        }
        PinPad {
            id: pad

            Layout.alignment: Qt.AlignHCenter
            enabled: !root.model.isBusy && !root.model.isShut
            focus: true
            visible: !root.model.isDamaged

            onEntered: (pin) => root.model.unlock(pin)
        }
        SecondaryText {
            id: message

            Layout.minimumHeight: lineHeight
            color: root.model.isBusy ? Theme.subtle : Theme.warning
            horizontalAlignment: Text.AlignHCenter
            text: root.model.message
            visible: !root.model.isDamaged
            Accessible.role: Accessible.AlertMessage
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
