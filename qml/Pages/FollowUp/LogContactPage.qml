// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Logging a contact: three taps and a line of text; the rest opens when it is needed.    model: ContactViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Followup

FocusScope {
    id: root

    required property ContactViewModel model
    // What is written before the page was read, or while it is being saved, would be lost.
    readonly property bool canWrite: model.isLoaded && !model.isSaving
    readonly property bool isLoaded: model.isLoaded
    property bool showsNewGoal: false
    property bool showsDay: false
    property bool showsNext: false
    property bool showsPresent: false
    property bool showsAreas: false

    // What was written before the page was left stands open when it is taken up again. Not by bindings: a card would go
    // from under the hand that empties it.
    function openWhatIsWritten(): void {
        showsNewGoal = model.goals.text.length > 0;
        showsDay = model.day !== model.dayValues[0];
        showsNext = model.next.isBegun;
        showsPresent = model.present.length + model.placeName.length > 0;
        showsAreas = model.hasAreas;
        facts.openWhatIsChosen();
    }

    focus: true

    onIsLoadedChanged: {
        if (isLoaded)
            openWhatIsWritten();
    }
    Keys.onEscapePressed: root.model.close()

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            Layout.fillWidth: true
            Layout.fillHeight: true
            maximumWidth: Theme.wideColumnWidth
            spacing: Theme.spaceM
            tellsMore: true

            PageHeading {
                over: root.model.over
                text: qsTr("Logg kontakt")

                AppButton {
                    focus: true
                    kind: AppButton.Quiet
                    text: qsTr("Lukk")

                    onClicked: root.model.close()
                }
            }
            Notice {
                enabled: root.canWrite
                actionText: qsTr("Forkast")
                text: root.model.draftText
                visible: text.length > 0

                onActionTriggered: root.model.discard()
            }
            ContactFacts {
                id: facts

                enabled: root.canWrite
                model: root.model
            }
            DateField {
                enabled: root.canWrite
                error: root.model.dayProblem
                label: qsTr("Hvilken dag")
                past: true
                quickLabels: root.model.dayLabels
                quickValues: root.model.dayValues
                value: root.model.day
                visible: root.showsDay

                onPicked: value => root.model.day = value
            }
            TextBlockField {
                enabled: root.canWrite
                error: root.model.doneProblem
                label: qsTr("Hva ble gjort")
                text: root.model.done

                onEdited: value => root.model.done = value
            }
            StrongText {
                text: qsTr("Avtalt sist")
            }
            GoalList {
                enabled: root.canWrite
                clientName: root.model.clientName
                draft: root.model.goals
                isWriting: root.showsNewGoal
            }
            AgreedTasks {
                enabled: root.canWrite
                model: root.model
            }
            TaskDraftForm {
                enabled: root.canWrite
                draft: root.model.taskDraft
                visible: root.model.isDraftingTask

                onSaved: root.model.addTask()
                onCancelled: root.model.cancelTask()
            }
            NextAppointment {
                enabled: root.canWrite
                model: root.model
                visible: root.showsNext
            }
            Card {
                enabled: root.canWrite
                title: qsTr("Hvem var med")
                visible: root.showsPresent

                TextLineField {
                    label: qsTr("Andre til stede")
                    placeholder: qsTr("For eksempel tolk, saksbehandler i NAV")
                    text: root.model.present

                    onEdited: value => root.model.present = value
                }
                TextLineField {
                    label: qsTr("Hvor var dere?")
                    text: root.model.placeName

                    onEdited: value => root.model.placeName = value
                }
            }
            LifeAreas {
                enabled: root.canWrite
                model: root.model
                visible: root.showsAreas
            }
            ActionRow {
                enabled: root.canWrite
                room: parent.width
                columnSpacing: Theme.spaceXl

                AppButton {
                    kind: AppButton.Quiet
                    flush: true
                    text: qsTr("Ny oppgave")
                    visible: !root.model.isDraftingTask

                    onClicked: root.model.newTask()
                }
                AppButton {
                    kind: AppButton.Quiet
                    flush: true
                    text: qsTr("Nytt mål")
                    visible: !root.showsNewGoal

                    onClicked: root.showsNewGoal = true
                }
                AppButton {
                    kind: AppButton.Quiet
                    flush: true
                    text: qsTr("Neste avtale")
                    visible: !root.showsNext

                    onClicked: root.showsNext = true
                }
                AppButton {
                    kind: AppButton.Quiet
                    flush: true
                    text: qsTr("En annen dag")
                    visible: !root.showsDay

                    onClicked: root.showsDay = true
                }
                AppButton {
                    kind: AppButton.Quiet
                    flush: true
                    text: qsTr("Hvem var med")
                    visible: !root.showsPresent

                    onClicked: root.showsPresent = true
                }
                AppButton {
                    kind: AppButton.Quiet
                    flush: true
                    text: qsTr("Livsområder")
                    visible: !root.showsAreas

                    onClicked: root.showsAreas = true
                }
            }
        }
        BarNotice {
            maximumWidth: Theme.wideColumnWidth
            text: root.model.message
        }
        BottomBar {
            plain: true
            maximumWidth: Theme.wideColumnWidth
            text: root.model.networkText
            trailing: AppButton {
                enabled: root.canWrite
                text: root.model.isSaving ? qsTr("Lagrer") : qsTr("Lagre")

                onClicked: root.model.save()
            }
        }
    }
}
