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
    readonly property list<int> minuteChoices: [15, 30, 50, 90]
    property bool showsAllPlaces: false
    property bool showsNext: false
    property bool showsPresent: false
    property bool showsAreas: false

    focus: true

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
            ChipChoice {
                label: qsTr("Type")
                choices: root.model.typeChoices
                current: root.model.type
                limit: root.model.showsAllTypes ? choices.length : 5

                onPicked: index => root.model.type = index

                ChipButton {
                    Accessible.role: Accessible.Button
                    text: qsTr("Mer")
                    visible: !root.model.showsAllTypes

                    onChosen: root.model.showsAllTypes = true
                }
            }
            ChipChoice {
                label: qsTr("Hvordan")
                choices: [qsTr("Planlagt"), qsTr("Ikke planlagt"), qsTr("Akutt")]
                current: root.model.manner

                onPicked: index => root.model.manner = index
            }
            ChipFlow {
                label: qsTr("Hvor lenge")

                Repeater {
                    model: root.minuteChoices

                    ChipButton {
                        required property int modelData

                        text: qsTr("%n min", "how long", modelData)
                        selected: root.model.clientCame && root.model.minutes === modelData

                        onChosen: {
                            root.model.clientCame = true;
                            root.model.minutes = modelData;
                        }
                    }
                }
                ChipButton {
                    text: qsTr("Møtte ikke")
                    selected: !root.model.clientCame

                    onChosen: root.model.clientCame = false
                }
            }
            ChipChoice {
                label: qsTr("Sted")
                choices: root.model.placeChoices
                current: root.model.place
                limit: root.showsAllPlaces ? choices.length : 4

                onPicked: index => root.model.place = index

                ChipButton {
                    Accessible.role: Accessible.Button
                    text: qsTr("Mer")
                    visible: !root.showsAllPlaces

                    onChosen: root.showsAllPlaces = true
                }
            }
            TextBlockField {
                label: qsTr("Hva ble gjort")
                text: root.model.done

                onEdited: value => root.model.done = value
            }
            StrongText {
                text: qsTr("Avtalt sist")
            }
            SecondaryText {
                text: root.model.goals
                visible: text.length > 0
            }
            AgreedTasks {
                model: root.model
            }
            TaskDraftForm {
                draft: root.model.taskDraft
                visible: root.model.isDraftingTask

                onSaved: root.model.addTask()
                onCancelled: root.model.cancelTask()
            }
            Card {
                title: qsTr("Neste avtale")
                visible: root.showsNext

                DateField {
                    label: qsTr("Dag")
                    error: root.model.next.problem
                    quickLabels: root.model.next.dateLabels
                    quickValues: root.model.next.dateValues
                    value: root.model.next.date

                    onPicked: value => root.model.next.date = value
                }
                TimeField {
                    label: qsTr("Klokkeslett")
                    value: root.model.next.time

                    onPicked: value => root.model.next.time = value
                }
                ChipChoice {
                    label: qsTr("Type")
                    choices: root.model.typeChoices
                    current: root.model.next.type

                    onPicked: index => root.model.next.type = index
                }
                TextLineField {
                    label: qsTr("Hvor")
                    text: root.model.next.placeName

                    onEdited: value => root.model.next.placeName = value
                }
            }
            Card {
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
            Card {
                title: qsTr("Livsområder")
                visible: root.showsAreas

                Flow {
                    id: areas

                    Layout.fillWidth: true
                    spacing: Theme.spaceM

                    Repeater {
                        model: root.model.lifeAreas

                        ChipButton {
                            required property int index
                            required text
                            required property bool isChosen

                            width: Math.min(implicitWidth, areas.width)
                            multiple: true
                            selected: isChosen

                            onChosen: root.model.toggleLifeArea(index)
                        }
                    }
                }
            }
            ActionRow {
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
                    text: qsTr("Neste avtale")
                    visible: !root.showsNext

                    onClicked: root.showsNext = true
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
                enabled: !root.model.isSaving
                text: root.model.isSaving ? qsTr("Lagrer") : qsTr("Lagre")

                onClicked: root.model.save()
            }
        }
    }
}
