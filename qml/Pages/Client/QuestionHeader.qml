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
    // Not before it has its place: Qt 6.4's layouts keep a row that was stacked at first.
    readonly property bool stacked: width > 0 && title.implicitWidth + actions.naturalWidth + columnSpacing > width

    signal textSizePressed()

    columns: stacked ? 1 : 2
    columnSpacing: Theme.spaceL
    rowSpacing: 0

    BodyText {
        id: title

        client: true
        textFormat: Text.StyledText
        text: qsTr("<b>%1</b> <font color=\"%3\">· %2</font>", "theme, themes left; a colour")
              .arg(root.survey.themeTitle).arg(root.survey.themesLeftText).arg(String(Theme.subtle))
    }
    ActionRow {
        id: actions

        Layout.alignment: Qt.AlignRight
        columnSpacing: Theme.spaceXl
        room: root.width > 0 ? root.width : naturalWidth

        AppButton {
            kind: AppButton.Quiet
            flush: true
            visible: root.survey.canSkipTheme
            text: qsTr("Hopp over temaet")
            onClicked: root.survey.skipTheme()
        }
        AppButton {
            kind: AppButton.Quiet
            flush: true
            text: qsTr("Tekst", "the size of the text")
            onClicked: root.textSizePressed()
        }
    }
}
