// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The office has not been heard of for too long: nothing is shown before it has.    sync: SyncViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Shared

FocusScope {
    id: root

    required property SyncViewModel model

    focus: true

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    EntryColumn {
        anchors.fill: parent

        Card {
            title: qsTr("Nettbrettet må ha kontakt med kontoret")

            BodyText {
                text: qsTr("Det er for lenge siden sist. Alt du har skrevet, er trygt her, og blir sendt når nettbrettet har "
                           + "nett. Da åpner det seg av seg selv.")
                Accessible.role: Accessible.AlertMessage
            }
            SecondaryText {
                text: root.model.isSyncing ? qsTr("Prøver nå …") : root.model.offlineText
                visible: text.length > 0
            }
            AppButton {
                Layout.alignment: Qt.AlignRight
                enabled: !root.model.isSyncing
                focus: true
                text: qsTr("Prøv nå")

                onClicked: root.model.syncNow()
            }
        }
    }
}
