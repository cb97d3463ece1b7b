// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What the question is about, and how far it is to the end.    survey: SurveyViewModel    textSizePressed()
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Client

GridLayout {
    id: root

    required property SurveyViewModel survey
    property bool stacked: false

    signal textSizePressed()

    columns: stacked ? 1 : 2
    columnSpacing: Theme.spaceL
    rowSpacing: 0

    BodyText {
        client: true
        textFormat: Text.StyledText
        text: qsTr("<b>%1</b> · %2", "theme, themes left").arg(root.survey.themeTitle).arg(root.survey.themesLeftText)
    }
    ActionRow {
        Layout.alignment: Qt.AlignRight
        room: root.stacked ? root.width : root.width / 2

        AppButton {
            kind: AppButton.Quiet
            visible: root.survey.canSkipTheme
            text: qsTr("Hopp over temaet")
            onClicked: root.survey.skipTheme()
        }
        AppButton {
            kind: AppButton.Quiet
            text: qsTr("Tekst", "the size of the text")
            onClicked: root.textSizePressed()
        }
    }
}
