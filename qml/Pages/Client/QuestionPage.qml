// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Forms
import Veikart.Theme
import Veikart.ViewModels.Client

// One question, its answers and few controls. The question stands in the same place on every page.
FocusScope {
    id: root

    required property SurveyViewModel survey

    readonly property string problem: survey.problem
    readonly property bool isNarrow: width < Theme.narrowWidth
    readonly property bool isStanding: height > width
    readonly property bool hasRoomInBar: width >= Theme.px(190)
    // With more answers than this, they stand in two columns where the window is low.
    readonly property int inOneColumn: 6
    property bool choosesTextSize: false
    property bool cameByKeyboard: false

    // Whoever left the last page by touch gets no focus ring on this one.
    function goOn(byKeyboard: bool): void {
        cameByKeyboard = byKeyboard;
        survey.next();
    }

    function goBack(byKeyboard: bool): void {
        cameByKeyboard = byKeyboard;
        survey.back();
    }

    function sayMore(): void {
        survey.sayMore();
        if (!survey.saysMore)
            return;
        more.takeFocus(Qt.OtherFocusReason);
        scroll.reveal(more.field); // it stands below the answers, perhaps out of sight
    }

    // What is wrong is said under the answer, perhaps out of sight.
    function showProblem(): void {
        if (problem.length > 0)
            scroll.reveal(survey.input === SurveyViewModel.Choice ? notice : answer.field);
    }

    function takeFocus(): void {
        const reason = cameByKeyboard ? Qt.TabFocusReason : Qt.OtherFocusReason;
        if (survey.input === SurveyViewModel.Choice)
            choices.takeFocus(reason);
        else
            answer.takeFocus(reason);
    }

    focus: true
    Keys.onReturnPressed: root.goOn(true)
    Keys.onEnterPressed: root.goOn(true)

    Component.onCompleted: root.takeFocus()
    onProblemChanged: root.showProblem()

    Connections {
        target: root.survey

        function onQuestionChanged(): void {
            answer.reload();
            other.reload();
            more.reload();
        }

        function onPageShown(): void {
            root.choosesTextSize = false;
            root.takeFocus();
            scroll.toTop();
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            id: scroll

            Layout.fillWidth: true
            Layout.fillHeight: true
            maximumWidth: Theme.questionWidth
            // Thirteen answers in two columns just fit a tablet that lies down.
            topEdgeMargin: root.isStanding ? Theme.spaceXxxl : Theme.spaceXs
            edgeMargin: Theme.spaceM
            tellsMore: true
            spacing: Theme.spaceS
            // It scrolls away with the question: in large text there is no room for both it and the answers.
            header: QuestionHeader {
                Layout.fillWidth: true
                Layout.leftMargin: scroll.sideMargin
                Layout.rightMargin: scroll.sideMargin
                survey: root.survey
                onTextSizePressed: root.choosesTextSize = !root.choosesTextSize
            }

            TextSizeChoice {
                Layout.bottomMargin: Theme.spaceL
                visible: root.choosesTextSize
            }
            HeadingText {
                Layout.bottomMargin: Theme.spaceS
                // Where the text is largest the question grows less than its answers, so that they can be seen with it.
                level: Theme.textScale > 1.5 ? 3 : 2
                text: root.survey.question
            }
            SecondaryText {
                visible: root.survey.roundText.length > 0
                text: root.survey.roundText
            }
            BodyText {
                visible: root.survey.intro.length > 0
                client: true
                color: Theme.subtle
                text: root.survey.intro
            }
            ChoiceInput {
                id: choices

                visible: root.survey.input === SurveyViewModel.Choice
                options: root.survey.options
                inColumns: root.isNarrow || root.survey.options.count <= root.inOneColumn ? 1 : 2
                multiple: root.survey.isMultiple
                keyTarget: root
                onChosen: (index) => root.survey.choose(index)
            }
            TypedInput {
                id: other

                visible: root.survey.asksForOther
                multiline: false
                label: qsTr("Hva da?")
                accessibleName: qsTr("Hva da? – %1", "a question").arg(root.survey.question)
                value: root.survey.other
                onVisibleChanged: {
                    if (other.visible)
                        scroll.reveal(other.field);
                }
                onWritten: (value) => root.survey.writeOther(value)
            }
            TypedInput {
                id: answer

                visible: root.survey.input !== SurveyViewModel.Choice
                multiline: root.survey.input === SurveyViewModel.Text
                numeric: root.survey.input === SurveyViewModel.Number
                boxWidth: root.survey.input === SurveyViewModel.Line ? 0 : Theme.fieldWidth
                accessibleName: root.survey.question
                hint: root.survey.hint
                value: root.survey.typed
                problem: root.survey.problem
                onWritten: (value) => root.survey.write(value)
            }
            ChoiceInput {
                options: root.survey.states
                sideBySide: true
                keyTarget: root
                onChosen: (index) => root.survey.chooseState(index)
            }
            Notice {
                id: notice

                visible: root.survey.problem.length > 0 && root.survey.input === SurveyViewModel.Choice
                tone: Notice.Warning
                text: root.survey.problem
            }
            RowLayout {
                Layout.fillWidth: true

                AppButton {
                    kind: AppButton.Quiet
                    flush: true
                    visible: root.survey.canSayMore
                    text: qsTr("Vil du si mer?")
                    onClicked: root.sayMore()
                }
                Item {
                    Layout.fillWidth: true
                }
                AppButton {
                    kind: AppButton.Quiet
                    flush: true
                    text: qsTr("Hvorfor spør vi?")
                    onClicked: root.survey.toggleReason()
                }
            }
            BodyText {
                visible: root.survey.showsReason
                color: Theme.subtle
                text: root.survey.reason
            }
            TypedInput {
                id: more

                visible: root.survey.saysMore
                label: qsTr("Skriv med egne ord")
                accessibleName: qsTr("Vil du si mer? – %1", "a question").arg(root.survey.question)
                value: root.survey.more
                onWritten: (value) => root.survey.writeMore(value)
            }
            SecondaryText {
                Layout.topMargin: Theme.spaceS
                visible: !root.hasRoomInBar
                text: root.survey.savedText
            }
        }

        BottomBar {
            // Where the bar has no room for it, it would come and go in a line of its own, and the page with it.
            text: root.hasRoomInBar ? root.survey.savedText : ""
            leading: [
                AppButton {
                    id: backButton

                    kind: AppButton.Secondary
                    large: true
                    enabled: root.survey.canGoBack
                    text: qsTr("Tilbake")
                    onClicked: root.goBack(backButton.visualFocus)
                },
                AppButton {
                    kind: AppButton.Quiet
                    large: true
                    text: qsTr("Ta pause")
                    onClicked: root.survey.pause()
                }
            ]
            trailing: [
                AppButton {
                    id: nextButton

                    large: true
                    wide: true
                    text: qsTr("Neste")
                    onClicked: root.goOn(nextButton.visualFocus)
                }
            ]
        }
    }
}
