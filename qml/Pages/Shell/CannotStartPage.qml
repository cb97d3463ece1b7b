// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Why the app can't be used in this window, and what is safe.    model: ApplicationViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Pages.Entry
import Veikart.Theme
import Veikart.ViewModels.Application

FocusScope {
    id: root

    required property ApplicationViewModel model

    focus: true

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    EntryColumn {
        anchors.fill: parent

        Card {
            outline: Theme.warning

            BodyText {
                text: root.model.startProblem
                Accessible.role: Accessible.AlertMessage
            }
            AppButton {
                Layout.alignment: Qt.AlignRight
                focus: true
                text: qsTr("Lukk dette vinduet")

                onClicked: root.Window.window.close()
            }
        }
    }
}
