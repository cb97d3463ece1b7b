// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What the user decides over the tablet: text size, sending now, locking.    model: SettingsViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office
import Veikart.ViewModels.Shared

FocusScope {
    id: root

    required property SettingsViewModel model

    readonly property SyncViewModel sync: model.sync

    focus: true

    PageScroll {
        anchors.fill: parent
        centered: false

        PageHeading {
            text: qsTr("Innstillinger")
        }
        Card {
            title: qsTr("Tekststørrelse")

            Flow {
                Layout.fillWidth: true
                spacing: Theme.spaceM
                Accessible.role: Accessible.Grouping
                Accessible.name: qsTr("Tekststørrelse")

                Repeater {
                    model: [100, 125, 150, 175, 200]

                    ChipButton {
                        required property int index
                        required property int modelData

                        focus: index === 0
                        text: qsTr("%1 %", "text size").arg(modelData)
                        selected: Math.round(root.model.textScale * 100) === modelData

                        onChosen: root.model.textScale = modelData / 100
                    }
                }
            }
            Notice {
                tone: Notice.Warning
                text: root.model.message
                visible: text.length > 0
            }
            SecondaryText {
                text: qsTr("Gjelder alle sider, også når brukeren svarer selv.")
            }
        }
        Card {
            title: qsTr("Kontoret")

            BodyText {
                text: root.sync.headline
                visible: text.length > 0
            }
            SecondaryText {
                text: root.sync.detail
                visible: text.length > 0
            }
            BodyText {
                text: root.sync.offlineText
                visible: text.length > 0
                Accessible.role: Accessible.AlertMessage
            }
            AppButton {
                enabled: !root.sync.isSyncing
                kind: AppButton.Secondary
                text: root.sync.isSyncing ? qsTr("Sender …") : qsTr("Send nå")

                onClicked: root.sync.syncNow()
            }
        }
        Card {
            title: qsTr("Lås")

            BodyText {
                text: qsTr("Alt er lagret. Du låser opp igjen med PIN-koden eller ordene dine, også uten nett.")
            }
            SecondaryText {
                text: qsTr("Låses av seg selv når ingen bruker det")
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.spaceM
                Accessible.role: Accessible.Grouping
                Accessible.name: qsTr("Låses av seg selv når ingen bruker det")

                Repeater {
                    model: [1, 2, 5, 10, 15]

                    ChipButton {
                        required property int modelData

                        text: qsTr("%1 min").arg(modelData)
                        selected: root.model.lockMinutes === modelData

                        onChosen: root.model.lockMinutes = modelData
                    }
                }
            }
            AppButton {
                kind: AppButton.Secondary
                text: qsTr("Lås nettbrettet")

                onClicked: root.model.lock()
            }
            AppButton {
                kind: AppButton.Quiet
                flush: true
                text: qsTr("Bytt PIN-kode eller ord")

                onClicked: root.model.changeLock()
            }
        }
        Card {
            title: qsTr("Om skjemaene")

            BodyText {
                text: qsTr("Skjemaene er en rekonstruksjon laget for Veikart. De er ikke det offisielle KIS-skjemaet, og "
                           + "de er ikke prøvd ut på noen brukere.")
            }
            SecondaryText {
                text: qsTr("Alt du ser her, er øvingsdata om oppdiktede personer.")
                visible: root.model.isPractice
            }
        }
    }
}
