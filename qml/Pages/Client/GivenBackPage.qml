// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Client

// The client is done with the tablet. Only the counsellor's PIN leads on from the page that follows.
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
            text: qsTr("Gi nettbrettet til %1").arg(root.survey.counsellorName)
        }
        BodyText {
            client: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Svarene dine er lagret. Dere leser dem sammen.")
        }
        AppButton {
            Layout.alignment: Qt.AlignHCenter
            large: true
            focus: true
            text: qsTr("%1: lås opp").arg(root.survey.counsellorName)
            onClicked: root.survey.unlock()
        }
        AppButton {
            Layout.alignment: Qt.AlignHCenter
            kind: AppButton.Quiet
            text: qsTr("Tilbake til svarene mine")
            onClicked: root.survey.resume()
        }
    }
}
