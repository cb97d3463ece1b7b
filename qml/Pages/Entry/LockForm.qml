// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Choosing what a store is opened with: five words that are drawn, or a PIN. The page around it has the way back.
//   lock: LockChooser    busy: bool    function takeFocus()
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Entry

FocusScope {
    id: root

    required property LockChooser lock
    property bool busy: false

    function takeFocus(): void {
        switch (lock.step) {
        case LockChooser.Kind: return wordsChoice.forceActiveFocus();
        case LockChooser.Words: return noted.forceActiveFocus();
        case LockChooser.RepeatWords: return repeated.forceActiveFocus();
        default: return pad.forceActiveFocus();
        }
    }

    Layout.fillWidth: true
    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight

    Connections {
        target: root.lock

        function onCleared(): void {
            pad.clear();
            repeated.text = "";
            root.takeFocus();
        }
    }

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        enabled: !root.busy
        spacing: Theme.spaceXl

        Card {
            title: qsTr("Hva vil du låse opp med?")
            visible: root.lock.step === LockChooser.Kind

            AppButton {
                id: wordsChoice

                Layout.fillWidth: true
                focus: true
                kind: AppButton.Secondary
                text: qsTr("Fem ord")

                onClicked: root.lock.takeWords()
            }
            SecondaryText {
                text: qsTr("Vi trekker fem vanlige ord. Ingen kan gjette dem, selv om nettbrettet blir stjålet.")
            }
            AppButton {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceM
                kind: AppButton.Secondary
                text: root.lock.isPinForPractice ? qsTr("PIN-kode, bare til øving") : qsTr("PIN-kode på seks sifre")

                onClicked: root.lock.takePin()
            }
            SecondaryText {
                text: root.lock.isPinForPractice
                      ? qsTr("Dette nettbrettet kan ikke beskytte en PIN-kode. Den holder ikke med ekte personer.")
                      : qsTr("Sikkerhetsbrikken i nettbrettet passer på koden, og slipper bare til noen få forsøk.")
            }
        }
        Card {
            title: qsTr("Dette er dine fem ord")
            visible: root.lock.step === LockChooser.Words

            GridLayout {
                Layout.fillWidth: true
                columns: 1
                rowSpacing: Theme.spaceS
                Accessible.role: Accessible.StaticText
                Accessible.name: root.lock.spokenWords

                Repeater {
                    model: root.lock.words

                    RowLayout {
                        id: line

                        required property int index
                        required property string modelData

                        spacing: Theme.spaceM

                        SecondaryText {
                            Layout.fillWidth: false
                            text: qsTr("%1.", "number of a word").arg(line.index + 1)
                        }
                        HeadingText {
                            level: 2
                            text: line.modelData
                        }
                    }
                }
            }
            BodyText {
                text: qsTr("Skriv dem ned på papir, i denne rekkefølgen, og ta vare på lappen et annet sted enn sammen "
                           + "med nettbrettet. Ordene kan ikke hentes fram igjen, heller ikke av kontoret.")
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.spaceM

                AppButton {
                    kind: AppButton.Quiet
                    text: qsTr("Trekk andre ord")

                    onClicked: root.lock.drawOtherWords()
                }
                Item {
                    Layout.fillWidth: true
                }
                AppButton {
                    id: noted

                    text: qsTr("Jeg har skrevet dem ned")

                    onClicked: root.lock.wordsAreNoted()
                }
            }
        }
        Card {
            title: qsTr("Skriv de fem ordene")
            visible: root.lock.step === LockChooser.RepeatWords

            WordsField {
                id: repeated

                onEntered: (words) => root.lock.repeatWords(words)
            }
        }
        BodyText {
            color: Theme.subtle
            horizontalAlignment: Text.AlignHCenter
            text: root.lock.step === LockChooser.RepeatPin ? qsTr("Skriv den samme PIN-koden en gang til.")
                                                           : qsTr("Velg en PIN-kode på seks sifre.")
            visible: pad.visible
        }
        PinPad {
            id: pad

            Layout.alignment: Qt.AlignHCenter
            visible: root.lock.step === LockChooser.Pin || root.lock.step === LockChooser.RepeatPin

            onEntered: (pin) => root.lock.typePin(pin)
        }
        SecondaryText {
            color: Theme.warning
            horizontalAlignment: Text.AlignHCenter
            text: root.lock.message
            visible: text.length > 0
            Accessible.role: Accessible.AlertMessage
        }
    }
}
