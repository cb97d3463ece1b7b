// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What was written, read back, and the three ways to meet it.    model: ConfirmViewModel    stacked: bool
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Mapping

ColumnLayout {
    id: root

    required property ConfirmViewModel model
    property bool stacked: false

    Layout.fillWidth: true
    spacing: Theme.spaceL

    PageHeading {
        over: root.model.over
        text: qsTr("Stemmer dette, %1?", "client's name").arg(root.model.clientName)
    }
    Card {
        visible: root.model.resources.length + root.model.challenges.length + root.model.possibilities.length > 0

        ReadBack {
            label: qsTr("Dette har jeg med meg")
            text: root.model.resources
        }
        ReadBack {
            label: qsTr("Dette er vanskelig nå")
            text: root.model.challenges
        }
        ReadBack {
            label: qsTr("Dette kan vi prøve")
            text: root.model.possibilities
        }
    }
    LayerBox {
        kind: LayerBox.Counsellor
        label: qsTr("Faglig vurdering fra %1", "counsellor's name").arg(root.model.counsellorName)
        visible: root.model.assessment.length > 0

        BodyText {
            text: root.model.assessment
        }
    }
    Card {
        visible: root.model.tasks.count > 0

        StrongText {
            text: qsTr("Plan og oppgaver")
        }
        Repeater {
            model: root.model.tasks

            ColumnLayout {
                id: task

                required property string what
                required property string detail

                spacing: 0

                BodyText {
                    text: task.what
                }
                SecondaryText {
                    text: task.detail
                }
            }
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columns: root.stacked ? 1 : 3
        columnSpacing: Theme.spaceM
        rowSpacing: Theme.spaceM

        ChoiceButton {
            focus: true
            text: qsTr("Det stemmer")
            selected: root.model.choice === ConfirmViewModel.Agrees

            onChosen: root.model.choice = ConfirmViewModel.Agrees
        }
        ChoiceButton {
            text: qsTr("Jeg er uenig i noe")
            selected: root.model.choice === ConfirmViewModel.Disagrees

            onChosen: root.model.choice = ConfirmViewModel.Disagrees
        }
        ChoiceButton {
            text: qsTr("Jeg vil vente")
            selected: root.model.choice === ConfirmViewModel.Waits

            onChosen: root.model.choice = ConfirmViewModel.Waits
        }
    }
    TextBlockField {
        client: true
        label: qsTr("Hva er du uenig i?")
        hint: qsTr("Skriv det selv, eller la %1 skrive det du sier.", "counsellor's name").arg(root.model.counsellorName)
        text: root.model.disagreement
        visible: root.model.choice === ConfirmViewModel.Disagrees

        onEdited: value => root.model.disagreement = value
    }
    TextBlockField {
        label: qsTr("Hvorfor er ingen ny oppgave avtalt?")
        minimumLines: 1
        text: root.model.noTaskReason
        visible: root.model.needsTaskReason

        onEdited: value => root.model.noTaskReason = value
    }
    SecondaryText {
        text: qsTr("Uten svar blir dette stående som utkast. Når du har sagt ja, kan ingen endre det. "
                   + "Nye ting skrives ved siden av.")
    }

    component ReadBack: ColumnLayout {
        id: readBack

        property string label
        property string text

        spacing: 0
        visible: text.length > 0

        StrongText {
            text: readBack.label
        }
        BodyText {
            text: readBack.text
        }
    }
}
