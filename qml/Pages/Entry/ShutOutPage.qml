// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The office has shut this device out, and nothing is left on it.
import QtQuick
import Veikart.Controls
import Veikart.Theme

FocusScope {
    id: root

    required property QtObject model

    focus: true

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    EntryColumn {
        anchors.fill: parent

        Card {
            title: qsTr("Kontoret har stengt tilgangen")

            BodyText {
                text: qsTr("Alt som lå her, er slettet fra nettbrettet. Det som er sendt til kontoret, er trygt der. Det som "
                           + "ikke var sendt, er forseglet og sendes til kontoret.")
                Accessible.role: Accessible.AlertMessage
            }
            SecondaryText {
                text: qsTr("Er det en feil, så ta kontakt med den som har ansvar for nettbrettene.")
            }
        }
    }
}
