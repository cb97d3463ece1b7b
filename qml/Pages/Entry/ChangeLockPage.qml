// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Another PIN, or other words.    model: ChangeLockViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Entry

FocusScope {
    id: root

    required property ChangeLockViewModel model

    function takeFocus(): void {
        switch (model.step) {
        case ChangeLockViewModel.Present: return (model.takesWords ? words : pad).forceActiveFocus();
        case ChangeLockViewModel.New: return lock.takeFocus();
        default: return done.forceActiveFocus();
        }
    }

    focus: true

    Connections {
        target: root.model

        function onCleared(): void {
            pad.clear();
            words.text = "";
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

        LeadText {
            horizontalAlignment: Text.AlignHCenter
            text: root.model.takesWords ? qsTr("Skriv ordene du har nå") : qsTr("Skriv PIN-koden du har nå")
            visible: root.model.step === ChangeLockViewModel.Present
        }
        PinPad {
            id: pad

            Layout.alignment: Qt.AlignHCenter
            enabled: !root.model.isBusy
            visible: root.model.step === ChangeLockViewModel.Present && !root.model.takesWords

            onEntered: (pin) => root.model.show(pin)
        }
        WordsField {
            id: words

            enabled: !root.model.isBusy
            visible: root.model.step === ChangeLockViewModel.Present && root.model.takesWords

            onEntered: (typed) => root.model.show(typed)
        }
        LockForm {
            id: lock

            busy: root.model.isBusy
            lock: root.model.lock
            visible: root.model.step === ChangeLockViewModel.New
        }
        Card {
            title: qsTr("Byttet")
            visible: root.model.step === ChangeLockViewModel.Done

            BodyText {
                text: qsTr("Fra nå av låser du opp med det nye.")
                Accessible.role: Accessible.AlertMessage
            }
            AppButton {
                id: done

                Layout.alignment: Qt.AlignRight
                text: qsTr("Ferdig")

                onClicked: root.model.back()
            }
        }
        SecondaryText {
            id: message

            Layout.minimumHeight: lineHeight
            color: root.model.isBusy ? Theme.subtle : Theme.warning
            horizontalAlignment: Text.AlignHCenter
            text: root.model.message
            Accessible.role: Accessible.AlertMessage
        }
        AppButton {
            Layout.alignment: Qt.AlignHCenter
            enabled: !root.model.isBusy
            kind: AppButton.Quiet
            text: qsTr("Tilbake")
            visible: root.model.step !== ChangeLockViewModel.Done

            onClicked: root.model.back()
        }
    }
}
