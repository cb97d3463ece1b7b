// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Client

// The client's window. It leads nowhere but to the page on which the tablet is given back.
Window {
    id: root

    required property SurveyViewModel survey
    property real textScale: 1

    function pageFor(stage: int): Component {
        switch (stage) {
        case SurveyViewModel.Question: return question;
        case SurveyViewModel.Paused: return paused;
        case SurveyViewModel.Finished: return finished;
        case SurveyViewModel.Review: return review;
        case SurveyViewModel.GivenBack: return givenBack;
        default: return welcome;
        }
    }

    width: Screen.desktopAvailableWidth
    height: Screen.desktopAvailableHeight
    visible: true
    visibility: Window.Maximized
    title: qsTr("Veikart", "window title")
    color: Theme.surface
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    Component.onCompleted: Theme.textScale = root.textScale

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PracticeBanner {}

        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
            sourceComponent: root.pageFor(root.survey.stage)
        }
    }

    // Qt 6.4 has no Loader for bound components, and without the pragma qmllint can't follow `root` into these.
    // qmllint disable unqualified
    Component { id: welcome; WelcomePage { survey: root.survey } }
    Component { id: question; QuestionPage { survey: root.survey } }
    Component { id: paused; PausedPage { survey: root.survey } }
    Component { id: finished; FinishedPage { survey: root.survey } }
    Component { id: review; ReviewPage { survey: root.survey } }
    Component { id: givenBack; GivenBackPage { survey: root.survey } }
    // qmllint enable unqualified
}
