// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The sealed mapping: that it is done, and paper if the client asked for it.    model: ConfirmViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Mapping

ColumnLayout {
    id: root

    required property ConfirmViewModel model

    Layout.fillWidth: true
    spacing: Theme.spaceL

    PageHeading {
        over: root.model.over
        text: qsTr("Bekreftet")
    }
    BodyText {
        client: true
        text: qsTr("Takk, %1. Kartleggingen er bekreftet, og ingen kan endre den. Nye ting skrives ved siden av.",
                   "client's name").arg(root.model.clientName)
    }
    Card {
        visible: root.model.paperWanted

        StrongText {
            text: qsTr("%1 vil ha svarene på papir", "client's name").arg(root.model.clientName)
        }
        AppButton {
            kind: AppButton.Secondary
            enabled: !root.model.isBusy
            text: root.model.isBusy ? qsTr("Skriver ut") : qsTr("Skriv ut svarene")
            visible: root.model.paperText.length === 0

            onClicked: root.model.printPaper()
        }
        BodyText {
            text: root.model.paperText
            visible: text.length > 0
        }
    }
}
