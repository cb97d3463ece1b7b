// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What the counsellor settles before the mapping.    model: MappingStartViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Mapping

FocusScope {
    id: root

    required property MappingStartViewModel model

    function errorAt(field: int): string {
        return model.missing === field ? model.missingText : "";
    }

    function goToMissing(): void {
        switch (model.missing) {
        case MappingStartViewModel.Basis:
            basis.takeFocus();
            return scroll.reveal(basis);
        case MappingStartViewModel.InterpreterLanguage:
            language.forceActiveFocus();
            return scroll.reveal(language);
        case MappingStartViewModel.Interpreter:
            child.takeFocus();
            return scroll.reveal(child);
        case MappingStartViewModel.Measure:
            measure.forceActiveFocus();
            return scroll.reveal(measure);
        }
    }

    Connections {
        target: root.model

        function onMissed(): void {
            root.goToMissing();
        }
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            id: scroll

            Layout.fillWidth: true
            Layout.fillHeight: true

            PageHeading {
                over: root.model.clientName
                text: qsTr("Før kartleggingen")
                subtitle: qsTr("Dette fyller du ut. Etterpå får %1 vite hva kartleggingen er.", "client's name")
                    .arg(root.model.clientName)
            }
            Notice {
                tone: Notice.Warning
                text: root.model.waitingAnswers
                visible: text.length > 0
                actionText: qsTr("Hent svarene")

                onActionTriggered: root.model.fetchWaiting()
            }
            Notice {
                text: root.model.resumeNote
                visible: text.length > 0
            }
            Notice {
                text: root.model.earlierMapping
                visible: text.length > 0
                actionText: qsTr("Les den")

                onActionTriggered: root.model.readEarlier()
            }
            Notice {
                text: root.model.conductorNote
                visible: text.length > 0
            }
            Card {
                title: qsTr("Kartleggingen")

                ChipChoice {
                    label: qsTr("Dette er")
                    choices: [qsTr("Et tilbud"), qsTr("Et krav")]
                    current: root.model.isRequirement ? 1 : 0

                    onPicked: index => root.model.isRequirement = index === 1
                }
                ChipChoice {
                    id: basis

                    error: root.errorAt(MappingStartViewModel.Basis)
                    label: qsTr("Grunnlag")
                    choices: root.model.basisChoices
                    current: root.model.basis

                    onPicked: index => root.model.basis = index
                }
                ChipChoice {
                    label: qsTr("Målgruppe")
                    choices: root.model.targetGroupChoices
                    current: root.model.targetGroup

                    onPicked: index => root.model.targetGroup = index
                }
                ChipChoice {
                    label: qsTr("Spørsmål")
                    choices: root.model.viewChoices
                    current: root.model.view

                    onPicked: index => root.model.view = index
                }
                SecondaryText {
                    text: root.model.viewSize
                }
            }
            Card {
                title: qsTr("Hvem og hvor")

                ChipChoice {
                    label: qsTr("Sted")
                    choices: root.model.placeChoices
                    current: root.model.place

                    onPicked: index => root.model.place = index
                }
                TextLineField {
                    label: qsTr("Er andre til stede?")
                    placeholder: qsTr("Ingen andre")
                    text: root.model.othersPresent

                    onEdited: value => root.model.othersPresent = value
                }
                ChipChoice {
                    label: qsTr("Tolk")
                    choices: [qsTr("Uten tolk"), qsTr("Med tolk")]
                    current: root.model.hasInterpreter ? 1 : 0

                    onPicked: index => root.model.hasInterpreter = index === 1
                }
                ColumnLayout {
                    spacing: Theme.spaceM
                    visible: root.model.hasInterpreter

                    TextLineField {
                        id: language

                        error: root.errorAt(MappingStartViewModel.InterpreterLanguage)
                        label: qsTr("Språk")
                        text: root.model.interpreterLanguage

                        onEdited: value => root.model.interpreterLanguage = value
                    }
                    TextLineField {
                        label: qsTr("Tolkens navn")
                        text: root.model.interpreterName

                        onEdited: value => root.model.interpreterName = value
                    }
                    CheckRow {
                        id: child

                        readonly property string error: root.errorAt(MappingStartViewModel.Interpreter)

                        text: qsTr("Tolken er et barn")
                        detail: error.length > 0 ? error
                                                 : qsTr("Da kan kartleggingen ikke begynne. Et barn skal ikke tolke.")
                        detailTone: root.model.interpreterIsChild ? CheckRow.Warning : CheckRow.Neutral
                        checked: root.model.interpreterIsChild

                        onToggled: value => root.model.interpreterIsChild = value
                    }
                }
            }
            Card {
                title: qsTr("Etter kartleggingen")

                TextBlockField {
                    id: measure

                    error: root.errorAt(MappingStartViewModel.Measure)
                    enabled: !root.model.waitsForMeasure
                    label: qsTr("Hvilket tiltak er i sikte?")
                    minimumLines: 1
                    text: root.model.measureInSight

                    onEdited: value => root.model.measureInSight = value
                }
                CheckRow {
                    text: qsTr("Vi venter på tiltak")
                    checked: root.model.waitsForMeasure

                    onToggled: value => root.model.waitsForMeasure = value
                }
            }
        }
        BarNotice {
            text: root.model.message
        }
        BottomBar {
            plain: true
            maximumWidth: Theme.columnWidth
            leading: AppButton {
                kind: AppButton.Quiet
                flush: true
                text: qsTr("Avbryt")

                onClicked: root.model.cancel()
            }
            trailing: AppButton {
                focus: true
                text: qsTr("Vis %1 hva dette er", "client's name").arg(root.model.clientName)

                onClicked: root.model.goToPurpose()
            }
        }
    }
}
