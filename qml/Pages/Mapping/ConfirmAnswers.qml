// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The three ways to meet what was read back, and what each of them asks for.
//   model: ConfirmViewModel    stacked: bool
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Mapping

FocusScope {
    id: root

    required property ConfirmViewModel model
    property bool stacked: false

    Layout.fillWidth: true
    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column

        width: parent.width
        spacing: Theme.spaceM

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
            hint: qsTr("Skriv det selv, eller la %1 skrive det du sier.", "counsellor's name")
                .arg(root.model.counsellorName)
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
    }
}
