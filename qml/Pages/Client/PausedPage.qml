// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Client

// A pause: nothing of the answers is on the screen.
FocusScope {
    id: root

    required property SurveyViewModel survey

    focus: true

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.spaceXxl - Theme.spaceXxl, Theme.questionWidth)
        spacing: Theme.spaceXl

        HeadingText {
            level: 1
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Pause")
        }
        BodyText {
            client: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Svarene dine er lagret. Ta den tiden du trenger. Du kan også gå videre en annen dag.")
        }
        AppButton {
            Layout.alignment: Qt.AlignHCenter
            large: true
            focus: true
            text: qsTr("Fortsett")
            onClicked: root.survey.resume()
        }
        AppButton {
            Layout.alignment: Qt.AlignHCenter
            kind: AppButton.Quiet
            text: qsTr("Gi tilbake til %1").arg(root.survey.counsellorName)
            onClicked: root.survey.giveBack()
        }
    }
}
