// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Who is at the tablet.    model: UsersViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Entry

FocusScope {
    id: root

    required property UsersViewModel model

    focus: true

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    EntryColumn {
        anchors.fill: parent

        LeadText {
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Hvem er du?")
        }
        Repeater {
            model: root.model.users

            AppButton {
                required property int index
                required property string name

                Layout.fillWidth: true
                focus: index === 0
                kind: AppButton.Secondary
                large: true
                text: name

                onClicked: root.model.choose(index)
            }
        }
        AppButton {
            Layout.alignment: Qt.AlignHCenter
            kind: AppButton.Quiet
            text: qsTr("Ny på dette nettbrettet")

            onClicked: root.model.join()
        }
        SecondaryText {
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Hver har sitt eget lager. Ingen åpner andres.")
        }
    }
}
