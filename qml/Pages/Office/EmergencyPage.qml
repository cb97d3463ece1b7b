// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A colleague's case is opened in an emergency.    model: EmergencyViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office

FocusScope {
    id: root

    required property EmergencyViewModel model

    focus: true

    Keys.onEscapePressed: root.model.close()

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            Layout.fillWidth: true
            Layout.fillHeight: true

            PageHeading {
                text: qsTr("Åpne en kollegas sak")
                subtitle: qsTr("I et nødstilfelle, når den som har saken, ikke er å få tak i")
            }
            Notice {
                tone: Notice.Warning
                text: qsTr("Du får se saken i 24 timer. Den som har saken, og lederen får vite at det var du som åpnet "
                           + "den, og hvorfor.")
            }
            Card {
                enabled: !root.model.isAsking

                TextLineField {
                    error: root.model.numberError
                    focus: true
                    inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
                    label: qsTr("Fødselsnummer eller telefonnummer")
                    text: root.model.number

                    onAccepted: root.model.open()
                    onEdited: value => root.model.number = value
                }
                TextLineField {
                    error: root.model.firstNameError
                    hint: qsTr("Trengs sammen med telefonnummeret")
                    inputMethodHints: Qt.ImhSensitiveData
                    label: qsTr("Fornavn")
                    text: root.model.firstName

                    onAccepted: root.model.open()
                    onEdited: value => root.model.firstName = value
                }
                TextBlockField {
                    error: root.model.reasonError
                    label: qsTr("Hvorfor må du se saken nå?")
                    minimumLines: 3
                    text: root.model.reason

                    onEdited: value => root.model.reason = value
                }
            }
        }
        BarNotice {
            text: root.model.message.length > 0 ? root.model.message : root.model.outcome
        }
        BottomBar {
            maximumWidth: Theme.columnWidth
            leading: AppButton {
                kind: AppButton.Quiet
                flush: true
                text: qsTr("Tilbake")

                onClicked: root.model.close()
            }
            trailing: AppButton {
                enabled: !root.model.isAsking
                text: root.model.isAsking ? qsTr("Spør kontoret") : qsTr("Åpne saken i 24 timer")
                wide: true

                onClicked: root.model.open()
            }
        }
    }
}
