// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Taking the tablet into use: an offer from the office is redeemed and a PIN chosen.    model: FirstRunViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Entry

FocusScope {
    id: root

    required property FirstRunViewModel model

    focus: true

    Connections {
        target: root.model

        function onCleared(): void {
            pad.clear();
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
            text: root.model.isRepeating
                  ? qsTr("Skriv den samme PIN-koden en gang til.")
                  : qsTr("Velkommen. Velg en PIN-kode på seks sifre.")
            visible: root.model.hasOffer
        }
        PinPad {
            id: pad

            Layout.alignment: Qt.AlignHCenter
            enabled: root.model.hasOffer && !root.model.isBusy
            focus: true
            visible: root.model.hasOffer

            onEntered: (pin) => root.model.choosePin(pin)
        }
        SecondaryText {
            id: message

            Layout.minimumHeight: lineHeight
            color: root.model.isBusy ? Theme.subtle : Theme.warning
            horizontalAlignment: Text.AlignHCenter
            text: root.model.message
            visible: root.model.hasOffer
            Accessible.role: Accessible.AlertMessage
        }
        SecondaryText {
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Du trenger koden hver gang du åpner Veikart. Den kan ikke hentes fram igjen.")
            visible: root.model.hasOffer
        }
        Card {
            title: qsTr("Nettbrettet er ikke tatt i bruk ennå")
            visible: !root.model.hasOffer

            Repeater {
                model: [
                    qsTr("Be den som har ansvar for nettbrettene, om en kode til deg. Koden er en fil som gjelder for "
                         + "ett nettbrett."),
                    qsTr("Start Veikart med koden, på et sted der nettbrettet når kontoret."),
                    qsTr("Velg en PIN-kode. Så er nettbrettet ditt, og det virker også uten nett.")
                ]

                RowLayout {
                    id: step

                    required property int index
                    required property string modelData

                    spacing: Theme.spaceM

                    StrongText {
                        Layout.alignment: Qt.AlignTop
                        Layout.fillWidth: false
                        color: Theme.accent
                        text: qsTr("%1.", "number of a step").arg(step.index + 1)
                    }
                    BodyText {
                        text: step.modelData
                    }
                }
            }
        }
        SecondaryText {
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("PIN-kode holder bare til øving. Med ekte personer må nettbrettet ha sikrere lås.")
        }
    }
}
