// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What the office does not have yet, oldest first, and why.    model: UnsentViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Review

FocusScope {
    id: root

    required property UnsentViewModel model

    focus: true

    PageScroll {
        anchors.fill: parent
        maximumWidth: 0

        PageHeading {
            text: qsTr("Det som ikke er sendt")
            subtitle: root.model.summary

            AppButton {
                kind: AppButton.Quiet
                text: qsTr("Lagre i en fil")
                visible: root.model.items.count > 0

                onClicked: root.model.askToExport(true)
            }
            AppButton {
                enabled: !root.model.isSyncing
                focus: true
                text: root.model.isSyncing ? qsTr("Sender") : qsTr("Send nå")

                onClicked: root.model.sendAgain()
            }
        }
        Card {
            outline: Theme.warning
            title: qsTr("Filen blir ikke kryptert")
            visible: root.model.asksToExport

            BodyText {
                text: qsTr("Alle som får tak i filen, kan lese det som står her, med navn. At du lagret den, blir "
                           + "loggført på sakene. Slett filen når den er brukt.")
            }
            ActionRow {
                Layout.alignment: Qt.AlignRight

                AppButton {
                    kind: AppButton.Quiet
                    text: qsTr("Avbryt")

                    onClicked: root.model.askToExport(false)
                }
                AppButton {
                    kind: AppButton.Secondary
                    text: qsTr("Lagre filen likevel")

                    onClicked: root.model.exportAll()
                }
            }
        }
        Notice {
            tone: Notice.Success
            text: root.model.exportedText
            visible: text.length > 0
        }
        Notice {
            tone: Notice.Warning
            text: root.model.message
            visible: text.length > 0
        }
        ListCard {
            Repeater {
                model: root.model.items

                UnsentRow {
                    required property int index
                    required what
                    required forWhom
                    required since
                    required why
                    required contents
                    required canGo

                    onOpened: root.model.open(index)
                    onGone: root.model.go(index)
                }
            }
        }
    }
}
