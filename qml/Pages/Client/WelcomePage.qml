// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Client

// The tablet is the client's, or stands between the two who fill in together.
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
            text: (root.survey.isAlone ? qsTr("Nå er nettbrettet ditt, %1") : qsTr("Nå begynner vi, %1"))
                .arg(root.survey.clientName)
        }
        BodyText {
            client: true
            horizontalAlignment: Text.AlignHCenter
            text: (root.survey.isAlone
                ? qsTr("Alt annet er låst. Ingen andre saker kan åpnes før %1 skriver PIN-koden sin. %1 er i nærheten hvis du lurer på noe.")
                : qsTr("%1 leser og skriver. Du bestemmer hva som skal stå. Alt annet er låst. Ingen andre saker kan åpnes før %1 skriver PIN-koden sin."))
                .arg(root.survey.counsellorName)
        }
        AppButton {
            Layout.alignment: Qt.AlignHCenter
            large: true
            focus: true
            text: root.survey.isResumed ? qsTr("Fortsett der du slapp") : qsTr("Begynn")
            onClicked: root.survey.begin()
        }
        SmallText {
            horizontalAlignment: Text.AlignHCenter
            color: Theme.subtle
            text: root.survey.formNotice
        }
    }
}
